// What the engine computes here, as digests: the browser check compares them with the JVM's.
view("bits", "", (figure) => (answer) => {
  fill(figure.stage, el("table", {}, el("tbody", {},
    Object.entries(answer).map(([name, digest]) => el("tr", {},
      el("th", { scope: "row" }, name), el("td", { class: "live-hash" }, digest))))));
});
