// Runs before the first paint, so that a chosen theme never flashes. A file, as the policy allows no inline script.
try {
  const theme = localStorage.getItem("why502.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to this page: the system's theme it is.
}
