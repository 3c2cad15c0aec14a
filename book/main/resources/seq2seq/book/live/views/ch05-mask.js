// Chapter 5: drag the lengths; copies down, copies to the right, and their comparison.
view("ch05-mask", t(
  "Change how many tokens are real: T stands where the position is smaller than the length.",
  "改动真实词元的个数：位置小于长度的地方是 T。"), (figure) => {
  const lengths = [1, 2];
  figure.values = { steps: 3, lengths: lengths.join(",") };
  const sliders = lengths.map((length, n) => figure.slider(
    t(`real tokens of sentence ${n}`, `第 ${n} 句的真实词元数`), { min: 0, max: 3, value: length },
    (value) => {
      lengths[n] = value;
      figure.set("lengths", lengths.join(","));
    }));
  const steps = figure.slider(t("steps T", "步数 T"), { min: 1, max: 8, value: 3 }, (value) => {
    const most = Number(value);
    if (most >= 1 && most <= 8) sliders.forEach((slider, n) => { lengths[n] = slider.limit(most); });
    figure.values.lengths = lengths.join(",");
    figure.set("steps", value);
  });
  fill(figure.controls, steps, sliders);

  return (answer) => {
    const given = (isGiven) => (isGiven ? "live-given" : "live-copied");
    fill(figure.stage, el("div", { class: "live-row" },
      cells(t("positions, copied down", "位置，向下复制"), answer.positions, (v, n) => given(n === 0), String),
      el("div", { class: "live-close" }, el("span", { class: "live-sign" }, "<"),
        cells(t("lengths, copied right", "长度，向右复制"), answer.lengths, (v, n, i) => given(i === 0), String)),
      el("div", { class: "live-close" }, el("span", { class: "live-sign" }, "="),
        cells(t("the mask", "掩码"), answer.mask, (v) => (v ? "live-true" : "live-false"), (v) => (v ? "T" : "F")))));
    const rows = answer.mask.map((row, n) => t("sentence ", "第 ") + n + t(": ", " 句：") + row.map((v) => (v ? "T" : "F")).join(" "));
    figure.say(rows.join(t("; ", "；")) + t(
      `. Real tokens: ${answer.real} of ${answer.all}.`, `。真实词元：${answer.all} 个位置中有 ${answer.real} 个。`));
  };
});
