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
    section.querySelectorAll('.legend li').forEach(function (item) {
      var by = item.getAttribute('data-by');
      item.tabIndex = 0;
      item.setAttribute('role', 'button');
      item.addEventListener('mouseenter', function () { show(by); });
      item.addEventListener('mouseleave', function () { show(kept); });
      item.addEventListener('focus', function () { show(by); });
      item.addEventListener('blur', function () { show(kept); });
      function keep() { kept = kept === by ? null : by; show(kept); }
      item.addEventListener('click', keep);
      item.addEventListener('keydown', function (event) {
        if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); keep(); }
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
