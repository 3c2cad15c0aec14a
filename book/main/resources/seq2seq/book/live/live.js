// The live figures: finds their sections, starts the worker that runs the compiled classes, and
// hands values there and answers back. Each file of views/ draws one figure; the build puts them
// all behind this one and calls start().

const script = document.currentScript;
const folder = script.src.slice(0, script.src.lastIndexOf("/") + 1);
const isChinese = (document.documentElement.lang || "").toLowerCase().startsWith("zh");
const views = {};

// The text in the page's language.
function t(english, chinese) {
  return isChinese ? chinese : english;
}

// A figure's name, what a reader may do with it, and how it is drawn: make(figure) builds the controls
// and returns what to do with an answer.
function view(name, invitation, make) {
  views[name] = { invitation, make };
}

// An element; attributes that are functions are listeners.
function el(tag, attributes, ...children) {
  const element = tag.startsWith("svg:")
    ? document.createElementNS("http://www.w3.org/2000/svg", tag.slice(4))
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  for (const child of children.flat()) {
    if (child !== null) element.append(child);
  }
  // A drawing is never blown up beyond the size that it was made for. On a narrow screen a chart shrinks,
  // and what has small letters scrolls.
  if (tag === "svg:svg") {
    const width = Number(attributes.viewBox.split(" ")[2]);
    element.style.maxWidth = width + "px";
    if (attributes.class !== "live-chart") element.style.minWidth = 0.85 * width + "px";
  }
  return element;
}

function fill(element, ...children) {
  element.replaceChildren(...children.flat());
  return element;
}

// What runs in the worker: unpacks the classes, then answers one message after the other.
function workerBody() {
  async function unpacked(text) {
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  }
  async function load(parts) {
    (0, eval)(new TextDecoder().decode(await unpacked(parts.runtime)));
    if (parts.kind === "plain") return self.call;
    // Chromium runs equal modules of one site by the same machine code, which it made for what the page
    // before did with them: after chapter 2's figure, chapter 7 trained at half its speed. So each has a
    // section of its own, which says nothing.
    const own = new Uint8Array([0, 9, 0, ...crypto.getRandomValues(new Uint8Array(8))]);
    const module = await new Blob([await unpacked(parts.module), own]).arrayBuffer();
    const teavm = await self.TeaVM.wasmGC.load(new Uint8Array(module));
    return teavm.exports.call;
  }
  let call = null;
  self.onmessage = async ({ data }) => {
    try {
      if (data.parts) call = await load(data.parts);
      const answer = data.name ? call(data.place, data.name, data.values) : null;
      self.postMessage({ id: data.id, answer });
    } catch (error) {
      self.postMessage({ id: data.id, error: String(error && error.stack || error) });
    }
  };
}

// The compiled classes in a worker: one for the page, started when a figure first comes into view.
const engine = {
  kind: null,
  started: null,
  worker: null,
  waiting: new Map(),
  sent: 0,

  start() {
    if (!this.started) {
      const plain = new URLSearchParams(location.search).get("live") === "plain";
      const first = plain || !hasWasmGc() ? this.with("plain") : this.with("wasm");
      this.started = first.catch((error) => {
        if (this.kind === "plain") throw error;
        return this.with("plain");
      });
    }
    return this.started;
  },

  async with(kind) {
    this.kind = kind;
    const parts = await partsOf(kind);
    const url = URL.createObjectURL(new Blob(["(" + workerBody + ")();"], { type: "text/javascript" }));
    this.worker = new Worker(url);
    this.worker.onmessage = ({ data }) => {
      const { resolve, reject } = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (data.error) reject(new Error(data.error));
      else resolve(data.answer);
    };
    await this.send({ parts });
    return kind;
  },

  send(message) {
    const id = ++this.sent;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ ...message, id });
    });
  },
};

function hasWasmGc() {
  const structType = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0];
  return typeof WebAssembly === "object" && WebAssembly.validate(new Uint8Array(structType));
}

// By a script element, for a page from a file may not fetch.
function partsOf(kind) {
  return new Promise((resolve, reject) => {
    self.seq2seqLive = resolve;
    const source = folder + (kind === "wasm" ? "live-wasm.js" : "live-plain.js");
    document.head.append(el("script", { src: source, error: () => reject(new Error(source)) }));
  });
}

// What a figure needs, which its class says in English, for a Chinese reader. A figure whose control has a
// name that is not here shows the English one.
const chineseNames = {
  "steps T": "步数 T", "steps": "步数", "layers L": "层数 L", "sentences": "句子", "sentence": "句子",
  "length of sentence N": "第 N 句的长度", "real tokens of sentence N": "第 N 句的真实词元数",
  "real words of sentence N": "第 N 句的真实词数", "sentence N": "第 N 句", "logit of word N": "词 N 的 logit",
  "loss of sentence N, place N": "第 N 句位置 N 的损失", "the right word": "正确的词",
  "the state before": "之前的状态 h", "what reaches the reset gate": "进入重置门", "what reaches the update gate": "进入更新门",
  "what the input gives the candidate": "输入的贡献", "scale of W": "W 的尺度", "bias of the gate that keeps": "保留门的偏置",
  "beam width K": "束宽 K", "temperature": "温度", "translation": "译文", "reference": "参考译文",
};
const chineseNeeds = [
  [/^a whole number from (\S+) to (\S+) is needed/, "需要 $1 到 $2 之间的整数"],
  [/^a number from (\S+) to (\S+) is needed/, "需要 $1 到 $2 之间的数"],
  [/^a word is needed/, "需要一个词"],
  [/^at most (\d+) tokens are needed/, "最多 $1 个词元"],
  [/^at most (\d+) lines are needed/, "最多 $1 行"],
  [/; the (field|line) is empty$/, "，这里是空的"],
  [/; got (.*)$/, "，现在是 $1"],
];

function inChinese(needs) {
  const [, name, rest] = needs.match(/^(.*?): (.*)$/s) || [null, "", needs];
  const numbers = name.match(/\d+/g) || [];
  const known = (chineseNames[name.replace(/\d+/g, "N")] || name).replace(/\bN\b/g, () => numbers.shift());
  return (known && known + "：") + chineseNeeds.reduce((text, [english, chinese]) => text.replace(english, chinese), rest);
}

// One section of the page: its controls, the values they hold, the answer that is shown.
class LiveFigure {
  constructor(section, place) {
    this.section = section;
    section.liveFigure = this;
    this.name = section.dataset.figure;
    this.place = String(place);
    this.values = {};
    this.busy = false;
    this.stale = false;
    this.controls = el("div", { class: "live-controls" });
    // Where it is wider than the window it scrolls, by keyboard too.
    this.stage = el("div", { class: "live-stage", tabindex: 0, role: "group", "aria-label": t("figure", "图") });
    this.needs = el("p", { class: "live-needs", role: "status" });
    this.says = el("p", { class: "live-says", "aria-live": "polite" });
    const invitation = el("p", { class: "live-invitation" },
      el("b", {}, t("Try it. ", "试一试。")), views[this.name].invitation);
    this.body = el("div", { class: "live-figure" }, invitation, this.controls, this.stage, this.needs, this.says);
  }

  async open() {
    await engine.start();
    this.draw = views[this.name].make(this);
    for (const child of [...this.section.children]) child.hidden = true;
    this.section.append(this.body);
    this.section.dataset.live = engine.kind;
    this.changed();
  }

  // Sends the values; while an answer is under way only the last change waits.
  async changed() {
    this.stale = true;
    if (this.busy) return;
    this.busy = true;
    while (this.stale) {
      this.stale = false;
      await this.call(this.values);
    }
    this.busy = false;
  }

  // Asks once, with values of one's own, and draws the answer.
  async call(values) {
    const lines = Object.entries(values).map(([k, v]) => k + "=" + String(v).replace(/\n/g, " "));
    const asked = lines.join("\n");
    try {
      const text = await engine.send({ place: this.place, name: this.name, values: asked });
      const answer = JSON.parse(text);
      this.needs.textContent = answer.needs ? t(answer.needs, inChinese(answer.needs)) : "";
      if (!answer.needs) this.draw(answer);
      this.section.liveAsked = asked;
      this.section.liveAnswer = text;
      this.section.dataset.answers = Number(this.section.dataset.answers || 0) + 1;
      return answer;
    } catch (error) {
      console.error(error);
      this.needs.textContent = t("This figure has stopped: ", "这幅图停住了：") + error.message;
      return { needs: error.message };
    }
  }

  // Asks again and again until goesOn(answer) says no; some questions ahead, so that the worker never
  // waits for the page.
  async repeat(values, goesOn) {
    const ahead = [];
    let answer = null;
    do {
      while (ahead.length < 12) ahead.push(this.call(values));
      answer = await ahead.shift();
    } while (goesOn(answer));
    return ahead.length > 0 ? (await Promise.all(ahead)).pop() : answer;
  }

  say(text) {
    if (this.says.textContent !== text) this.says.textContent = text;
  }

  set(name, value) {
    this.values[name] = value;
    this.changed();
  }

  // A slider with a field beside it: both set the same value.
  slider(label, { min, max, step = 1, value }, onValue) {
    const range = el("input", { type: "range", min, max, step, value });
    const field = el("input", { type: "number", min, max, step, value, "aria-label": label });
    range.addEventListener("input", () => {
      field.value = range.value;
      onValue(range.value);
    });
    field.addEventListener("input", () => {
      if (field.value !== "") range.value = field.value;
      onValue(field.value);
    });
    const control = el("div", { class: "live-slider" }, el("label", {}, el("span", {}, label), range), field);
    control.limit = (most) => {
      range.max = field.max = most;
      if (Number(field.value) > most) field.value = range.value = most;
      return field.value;
    };
    control.put = (to) => { field.value = range.value = to; };
    return control;
  }

  toggle(label, on, onValue) {
    const box = el("input", { type: "checkbox", checked: on, change: () => onValue(box.checked) });
    return el("label", { class: "live-toggle" }, box, el("span", {}, label));
  }

  choice(label, options, chosen, onValue) {
    const list = el("select", { change: () => onValue(list.value) },
      options.map(([value, text]) => el("option", { value, selected: value === chosen }, text)));
    return el("label", { class: "live-choice" }, el("span", {}, label), list);
  }

  button(text, onClick) {
    return el("button", { type: "button", click: onClick }, text);
  }
}

// A table of cells; the caption is read out, the cells' classes say what they are.
function cells(caption, rows, cellClass, cellText) {
  return el("table", { class: "live-cells" }, el("caption", {}, caption), el("tbody", {},
    rows.map((row, n) => el("tr", {}, row.map((value, i) =>
      el("td", { class: cellClass(value, n, i) }, cellText(value, n, i)))))));
}

function start() {
  const sections = [...document.querySelectorAll("section.live[data-figure]")];
  const known = sections.filter((section) => views[section.dataset.figure]);
  if (known.length > 0) document.head.append(el("link", { rel: "stylesheet", href: folder + "live.css" }));
  const figures = new Map(known.map((section, i) => [section, new LiveFigure(section, i)]));
  const open = (section) => figures.get(section).open().catch((error) => {
    section.dataset.live = "picture";
    console.info("live figures: " + error.message);
  });
  if (!("IntersectionObserver" in self)) return known.forEach(open);
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      observer.unobserve(entry.target);
      open(entry.target);
    }
  }, { rootMargin: "600px" });
  known.forEach((section) => observer.observe(section));
}
