/** Places an element in per cent through the CSSOM: our content security policy allows no style attributes. */

export function left(percent: number): (element: HTMLElement) => void {
  return (element) => {
    element.style.left = `${percent}%`;
  };
}

export function bar(place: { left: number; width: number }): (element: HTMLElement) => void {
  return (element) => {
    element.style.left = `${place.left}%`;
    element.style.width = `${place.width}%`;
  };
}
