// Before the page is painted: the theme that the reader chose last. Without a choice, or where
// nothing may be kept, the system's.
try {
  var chosen = localStorage.getItem("seq2seq-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch (e) {
  // a page from a folder may not be allowed to keep anything
}
