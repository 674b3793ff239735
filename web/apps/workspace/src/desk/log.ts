/** The conversation of a case on the screen, where the focus goes from its field. */
export function logOf(caseId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[role=log][data-case="${CSS.escape(caseId)}"]`);
}
