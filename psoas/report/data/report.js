/* Mounts the moving skeleton, and runs a line along the charts of the psoas with it. */
(function () {
  "use strict";
  var host = document.getElementById("body3d");
  var scene = JSON.parse(document.getElementById("scene").textContent);
  var moving = scene.time.length > 1;
  window.PsoasViewer.mount(host, scene, { autoplay: moving });
  // Without WebGL the still picture stands in, below one sentence.
  if (!window.PsoasViewer.stats(host)) host.parentElement.classList.add("flat");

  function phase(intervals, time) {
    for (var i = 0; i < intervals.length; i++) {
      var from = intervals[i][0], to = intervals[i][1];
      if (time >= from && time <= to) return (time - from) / (to - from);
    }
    return null;
  }

  function place(panel, cursor, time) {
    var chart = Array.prototype.find.call(panel.querySelectorAll("svg.chart"), function (one) { return one.clientWidth > 0; });
    var at = chart ? phase(JSON.parse(cursor.dataset.intervals), time) : null;
    if (at === null) { cursor.style.display = "none"; return; }
    var box = JSON.parse(chart.dataset.box), size = chart.viewBox.baseVal, scale = chart.clientWidth / size.width;
    cursor.style.display = "block";
    cursor.style.left = (box[0] + at * box[2]) * scale + "px";
    cursor.style.top = box[1] * scale + "px";
    cursor.style.height = box[3] * scale + "px";
  }

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (one) { one.open = true; });
  });

  host.addEventListener("psoas-time", function (event) {
    document.querySelectorAll(".panel").forEach(function (panel) {
      panel.querySelectorAll(".cursor").forEach(function (cursor) { place(panel, cursor, event.detail.time); });
    });
  });
})();
