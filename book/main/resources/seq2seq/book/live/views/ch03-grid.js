// Chapter 3: change lengths and layers: the grid of states of each sentence, the picked ones ringed.
view("ch03-grid", t(
  "Change the lengths: ringed are the states that are kept, at the last real token of each sentence.",
  "改动长度：圈出的是留下来的状态，在每句话最后一个真实词元那里。"), (figure) => {
  const lengths = [2, 5];
  figure.values = { steps: 5, layers: 2, lengths: lengths.join(",") };
  const sliders = lengths.map((length, n) => figure.slider(
    t(`length of sentence ${n}`, `第 ${n} 句的长度`), { min: 1, max: 5, value: length }, (value) => {
      lengths[n] = value;
      figure.set("lengths", lengths.join(","));
    }));
  const steps = figure.slider(t("steps T", "步数 T"), { min: 1, max: 8, value: 5 }, (value) => {
    const most = Number(value);
    if (most >= 1 && most <= 8) sliders.forEach((slider, n) => { lengths[n] = slider.limit(most); });
    figure.values.lengths = lengths.join(",");
    figure.set("steps", value);
  });
  fill(figure.controls, steps, sliders,
    figure.slider(t("layers L", "层数 L"), { min: 1, max: 4, value: 2 }, (value) => figure.set("layers", value)));

  return (answer) => {
    fill(figure.stage, answer.sentences.map((sentence, n) => cells(
      t(`sentence ${n}: layers upwards, time to the right`, `第 ${n} 句：层向上，时间向右`),
      sentence.layers.map((layer) => layer.states).reverse(),
      (v, l, i) => (i === sentence.length - 1 ? "live-ringed" : i < sentence.length ? "live-true-thin" : "live-false"), String)));
    figure.say(answer.sentences.map((sentence, n) => t(
      `Sentence ${n}: picked at step ${sentence.length}, bottom to top ${sentence.layers.map((l) => l.picked).join(", ")}.`,
      `第 ${n} 句：在第 ${sentence.length} 步取出，自下而上 ${sentence.layers.map((l) => l.picked).join("，")}。`)).join(" "));
  };
});
