// Before the first paint, so that a dark room stays dark: the theme and language that were chosen on this device.
(function () {
  try {
    var theme = localStorage.getItem('touchstone.theme');
    if (theme) document.documentElement.dataset.theme = theme;
    if (localStorage.getItem('touchstone.locale') === 'en') document.documentElement.lang = 'en';
  } catch {
    // Storage may be forbidden; the device's own settings hold.
  }
})();
