(function () {
  "use strict";
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (element) { element.open = true; });
  });
  var form = document.querySelector(".filters");
  if (!form) return;
  form.hidden = false;
  var status = form.querySelector("[role=status]");
  var articles = document.querySelector(".articles");

  function say(text, number) { status.textContent = text.replace("{n}", number); }
  function value(name) { return form.elements[name].value; }
  form.addEventListener("submit", function (event) { event.preventDefault(); });

  if (articles) {
    var FIRST = 50, all = form.querySelector(".all"), limit = FIRST;
    var body = articles.tBodies[0];
    var rows = Array.from(body.rows).map(function (row) { return { row: row, text: row.cells[0].textContent.toLowerCase() }; });
    var draw = function () {
      var words = value("find").toLowerCase(), state = value("state");
      var fitting = rows.filter(function (item) { return (!state || item.row.dataset.state === state) && item.text.includes(words); });
      var shown = fitting.slice(0, limit);
      body.replaceChildren.apply(body, shown.map(function (item) { return item.row; }));
      all.hidden = shown.length === fitting.length;
      say(status.dataset.shown.replace("{of}", fitting.length), shown.length);
    };
    var key = function (item, column) {
      if (!column) return item.text;
      var number = parseFloat(item.row.cells[column].textContent.replace(",", "."));
      return isNaN(number) ? -1 : number;
    };
    Array.from(articles.tHead.rows[0].cells).forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var up = head.getAttribute("aria-sort") !== "ascending";
        articles.querySelectorAll("[aria-sort]").forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        rows.forEach(function (item) { item.key = key(item, column); });
        rows.sort(function (a, b) { return (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) * (up ? 1 : -1); });
        draw();
      });
    });
    form.addEventListener("input", function () { limit = FIRST; draw(); });
    all.addEventListener("click", function () { limit = Infinity; draw(); form.elements.find.focus(); });
    draw();
    return;
  }

  var groups = Array.from(document.querySelectorAll("tbody[data-rule]"));
  function findings(group) { return group.querySelectorAll(".item"); }
  function show() {
    var shown = 0;
    groups.forEach(function (group) {
      var fits = ["aspect", "severity", "outcome"].every(function (name) { return !value(name) || value(name) === group.dataset[name]; });
      group.hidden = !fits;
      if (fits) findings(group).forEach(function (item) { shown += 1 + Number(item.dataset.more); });
    });
    document.querySelectorAll(".group").forEach(function (section) { section.hidden = !section.querySelector("tbody:not([hidden])"); });
    say(status.dataset.shown, shown);
  }
  function plain(element) { return element.textContent.replace(/\s+/g, " ").trim(); }
  function escaped(text) { return text.replace(/[\\`*_{}\[\]<>()#+\-.!|~@&]/g, "\\$&"); }
  function markdown() {
    var lines = ["# " + escaped(plain(document.querySelector("h1"))), "", escaped(plain(document.querySelector(".verdict"))), ""], number = 0;
    groups.forEach(function (group) {
      if (group.hidden) return;
      lines.push("#" + "# " + escaped(plain(group.querySelector("h4"))), "");
      findings(group).forEach(function (item) {
        var alike = item.querySelectorAll(".alike li");
        number += 1 + alike.length;
        lines.push("- **" + group.dataset.severity + "**: " + escaped(plain(item.querySelector(".msg"))) + " (" + escaped(plain(item.cells[1])) + ")");
        alike.forEach(function (other) { lines.push("  - " + escaped(plain(other))); });
      });
      lines.push("");
    });
    return { text: lines.join("\n"), number: number };
  }
  form.querySelector(".copy").addEventListener("click", function () {
    var area = form.querySelector("textarea"), made = markdown();
    area.hidden = false;
    area.value = made.text;
    area.select();
    document.execCommand("copy");
    say(status.dataset.copied, made.number);
  });
  form.addEventListener("change", show);
  window.addEventListener("hashchange", function () {
    var target = document.getElementById(location.hash.slice(1));
    if (target && target.closest("[hidden]")) { form.reset(); show(); target.scrollIntoView(); }
  });
  show();
})();
