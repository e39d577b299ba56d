// Keys, dialogs and the menu: what a page at a desk or a console needs to be used by hand or keyboard.
//
//   <button data-key="t">Tomar <kbd>T</kbd></button>     pressed with T, unless someone is writing
//   <button data-opens="close-dialog">                   opens <dialog id="close-dialog">
//   <button data-closes>                                  closes the dialog it stands in

const WIDE = window.matchMedia("(min-width: 60.001rem)");

function writing(target) {
  return target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (writing(event.target)) return;
  const dialog = document.querySelector("dialog[open]");
  const place = [...(dialog ?? document).querySelectorAll("[data-key]")].find(
    (element) =>
      element.dataset.key.toLowerCase() === event.key.toLowerCase() &&
      !element.disabled &&
      element.getClientRects().length > 0,
  );
  if (!place) return;
  event.preventDefault();
  place.focus({ preventScroll: true });
  place.click();
});

document.addEventListener("click", (event) => {
  const opens = event.target.closest("[data-opens]");
  if (opens) document.getElementById(opens.dataset.opens)?.showModal();
  event.target.closest("[data-closes]")?.closest("dialog")?.close();
});

function arrangeMenu() {
  for (const menu of document.querySelectorAll("details[data-open-when-wide]")) menu.open = WIDE.matches;
}

arrangeMenu();
WIDE.addEventListener("change", arrangeMenu);
