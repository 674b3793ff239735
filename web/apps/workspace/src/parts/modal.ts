import { giveBack } from "./land.ts";

/**
 * Shows a dialog as a modal for as long as it is on the page: the browser keeps the focus inside, and it goes back to
 * where it was, which the browser forgets when the dialog is taken off the page. Use it as an attachment. `close` takes
 * the dialog off the page.
 */
export function modal(dialog: HTMLDialogElement, close: () => void): () => void {
  const before = document.activeElement;
  dialog.showModal();
  // Left to itself the browser tells only later that it has closed the dialog, when the next one may be open already.
  dialog.addEventListener("cancel", (event) => {
    if (event.target !== dialog) return;
    event.preventDefault();
    close();
  });
  // Some browsers do not ask a second time.
  dialog.addEventListener("close", close);
  return () => giveBack(before);
}
