/** Over how many days referrals are counted; the middle one when the address says nothing that makes sense. */
export const DAYS = [7, 30, 90, 365] as const;

export function daysOf(query: string): number {
  const asked = Number(new URLSearchParams(query).get("days"));
  return DAYS.find((one) => one === asked) ?? 30;
}
