(function () {
  'use strict';
  // Points at one contender in all charts of its section; a click keeps it.
  document.querySelectorAll('section').forEach(function (section) {
    var kept = null;
    function show(by) {
      section.classList.toggle('choosing', by !== null);
      section.querySelectorAll('[data-by]').forEach(function (part) {
        part.classList.toggle('chosen', part.getAttribute('data-by') === by);
      });
    }
    var buttons = section.querySelectorAll('.legend button');
    buttons.forEach(function (button) {
      var by = button.getAttribute('data-by');
      button.addEventListener('mouseenter', function () { show(by); });
      button.addEventListener('mouseleave', function () { show(kept); });
      button.addEventListener('focus', function () { show(by); });
      button.addEventListener('blur', function () { show(kept); });
      button.addEventListener('click', function () {
        kept = kept === by ? null : by;
        buttons.forEach(function (each) {
          each.setAttribute('aria-pressed', String(each.getAttribute('data-by') === kept));
        });
        show(kept);
      });
    });
  });
  var closed = [];
  window.addEventListener('beforeprint', function () {
    closed = Array.from(document.querySelectorAll('details:not([open])'));
    closed.forEach(function (part) { part.open = true; });
  });
  window.addEventListener('afterprint', function () {
    closed.forEach(function (part) { part.open = false; });
  });
})();
