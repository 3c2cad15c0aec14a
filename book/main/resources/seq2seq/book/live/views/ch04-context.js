// Chapter 4: the context beside the word; three modes; in training and in use, step by step.
view("ch04-context", t(
  "Choose how the context comes in: ringed is what comes from it. In training the decoder reads the right words, in use its own.",
  "选择上下文变量怎样进来：圈出的数来自它。训练时，解码器读正确的词；使用时，读自己写的词。"), (figure) => {
  figure.values = { mode: "both", training: "no", steps: 4 };
  fill(figure.controls,
    figure.choice(t("how the context comes in", "上下文变量怎样进来"), [
      ["initial", t("initial: as the first state", "initial：作为初始状态")],
      ["every-step", t("every step: beside each word", "every-step：拼在每个词旁")],
      ["both", t("both", "both：两者都用")]], "both", (to) => figure.set("mode", to)),
    figure.toggle(t("in training: it reads the right words", "训练时：读入正确的词"), false, (on) => figure.set("training", on ? "yes" : "no")),
    figure.slider(t("steps", "步数"), { min: 1, max: 6, value: 4 }, (to) => figure.set("steps", to)));

  return (answer) => {
    const beside = answer.steps[0].read.length > 6;
    fill(figure.stage, answer.steps.map((step, t1) => el("table", { class: "live-cells live-small" },
      el("caption", {}, t(`step ${t1 + 1}: reads ${step.word}, writes ${step.written}`, `第 ${t1 + 1} 步：读入 ${step.word}，写出 ${step.written}`)),
      el("tbody", {},
        el("tr", {}, el("th", { scope: "row" }, beside ? "x ⊕ c" : "x"),
          step.read.map((v, i) => el("td", { class: i < 6 ? "live-given" : "live-ringed" }, v))),
        el("tr", {}, el("th", { scope: "row" }, t("state before", "之前的状态")), step.before.map((v) =>
          el("td", { class: t1 === 0 && figure.values.mode !== "every-step" ? "live-ringed" : "live-given" }, v))),
        el("tr", {}, el("th", { scope: "row" }, t("state after", "之后的状态")), step.after.map((v) => el("td", { class: "live-given" }, v)))))));
    figure.say(t("Written: ", "写出：") + answer.steps.map((step) => step.written).join(" ")
      + t(`. The context c is ${answer.context.join(", ")}.`, `。上下文变量 c 是 ${answer.context.join("，")}。`));
  };
});
