// Light or dark as the reader has chosen, before anything is painted; without a choice the style sheet follows
// the system. Where storage is refused the choice holds for the page.
{
  const KEY = "kbio-theme";
  const html = document.documentElement;
  const show = (theme) => (theme ? (html.dataset.theme = theme) : delete html.dataset.theme);
  let theme = "";
  try {
    theme = localStorage.getItem(KEY) ?? "";
  } catch {}
  show(theme);
  addEventListener("DOMContentLoaded", () => {
    const control = document.getElementById("theme");
    if (control) control.value = theme;
  });
  addEventListener("change", ({ target }) => {
    if (target.id !== "theme") return;
    show(target.value);
    try {
      localStorage.setItem(KEY, target.value);
    } catch {}
  });
}
