// What a page can do beyond being read: choose a theme, search, and open what is folded for printing.
(function () {
  "use strict";
  const html = document.documentElement;
  const root = html.dataset.root;
  const $ = (selector) => document.querySelector(selector);

  // ---- Light or dark

  const button = $(".theme");
  button.hidden = false;
  button.addEventListener("click", () => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const now = html.dataset.theme || (dark ? "dark" : "light");
    html.dataset.theme = now === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("seq2seq-theme", html.dataset.theme);
    } catch (e) {
      // chosen for this page only
    }
  });

  // ---- What scrolls sideways can be reached with the keyboard

  function markScrollers() {
    const boxes = [...document.querySelectorAll("pre, .table, .formula, figure")];
    // Measured as they were before a wide table got more room, which it would else keep for ever.
    for (const box of boxes) box.classList.remove("wide");
    const wide = boxes.map((box) => box.scrollWidth > box.clientWidth + 1);
    boxes.forEach((box, i) => {
      box.classList.toggle("wide", wide[i]);
      if (wide[i]) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
  }
  document.fonts.ready.then(markScrollers);
  addEventListener("resize", markScrollers);
  document.addEventListener("toggle", markScrollers, true);

  // ---- Paper has no folds and is light; a link may lead into a fold

  let onScreen;
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(":is(.answer, .specification):not([open])")];
    for (const fold of folded) fold.open = true;
    onScreen = html.dataset.theme;
    html.dataset.theme = "light";
  });
  addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
    if (onScreen) html.dataset.theme = onScreen;
    else delete html.dataset.theme;
  });
  function unfold() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  }
  unfold();
  addEventListener("hashchange", unfold);

  // ---- Search: all words must stand in a section; a heading counts more than the text

  const box = $(".search");
  const query = $("#site-query");
  const found = $("#site-found");
  const MOST = 12;
  let index = null;
  box.hidden = false;

  window.seq2seqIndex = async (packed) => {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const json = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    index = (await new Response(json).json()).map(([url, page, heading, text]) => ({
      url, page, heading, text, lowHeading: heading.toLowerCase(), lowText: text.toLowerCase(),
    }));
    search();
  };

  // A script, because a page from a folder may not fetch.
  function load() {
    if (document.getElementById("search-index")) return;
    const script = document.createElement("script");
    script.id = "search-index";
    script.src = root + "assets/search-" + html.dataset.language + ".js";
    document.head.append(script);
  }

  function score(entry, words, phrase) {
    let points = 0;
    for (const word of words) {
      if (entry.lowHeading.includes(word)) points += 10;
      else if (!entry.lowText.includes(word)) return 0;
      points += Math.min(5, entry.lowText.split(word).length - 1);
    }
    if (entry.lowHeading === phrase) points += 100;
    else if (entry.lowHeading.includes(phrase)) points += 40;
    if (words.length > 1 && entry.lowText.includes(phrase)) points += 30;
    return points;
  }

  function search() {
    const phrase = query.value.trim().toLowerCase().replace(/\s+/g, " ");
    found.hidden = phrase === "";
    if (!index || phrase === "") return;
    const words = phrase.split(" ");
    const hits = index
      .map((entry) => ({ entry, points: score(entry, words, phrase) }))
      .filter((hit) => hit.points > 0)
      .sort((a, b) => b.points - a.points)
      .slice(0, MOST);
    show(hits.map((hit) => hit.entry), words, phrase);
  }

  function show(entries, words, phrase) {
    found.replaceChildren();
    if (entries.length === 0) {
      const none = document.createElement("p");
      none.textContent = found.dataset.none;
      found.append(none);
      return;
    }
    const list = document.createElement("ul");
    for (const entry of entries) list.append(item(entry, words, phrase));
    found.append(list);
  }

  function item(entry, words, phrase) {
    const link = document.createElement("a");
    link.href = root + entry.url;
    const title = document.createElement("strong");
    title.textContent = entry.heading;
    link.append(title);
    if (entry.page !== entry.heading) link.append(" ", small(entry.page));
    const marked = entry.lowText.includes(phrase) ? [phrase] : words;
    link.append(excerpt(entry, marked));
    const li = document.createElement("li");
    li.append(link);
    return li;
  }

  function small(text) {
    const element = document.createElement("small");
    element.textContent = text;
    return element;
  }

  // About a line of the text around the first place, the words marked.
  function excerpt(entry, words) {
    const line = document.createElement("span");
    const at = Math.max(0, entry.lowText.indexOf(words[0]));
    const space = entry.text.slice(0, at).indexOf(" ", at - 40);
    const from = at < 40 ? 0 : space < 0 ? at - 20 : space + 1;
    const text = entry.text.slice(from, from + 130);
    const low = text.toLowerCase();
    let done = 0;
    if (from > 0) line.append("… ");
    while (done < text.length) {
      const next = words
        .map((word) => [low.indexOf(word, done), word.length])
        .filter(([place]) => place >= 0)
        .sort((a, b) => a[0] - b[0])[0];
      if (!next) break;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(next[0], next[0] + next[1]);
      line.append(text.slice(done, next[0]), mark);
      done = next[0] + next[1];
    }
    line.append(text.slice(done), from + 130 < entry.text.length ? " …" : "");
    return line;
  }

  query.addEventListener("focus", load);
  query.addEventListener("input", () => {
    load();
    search();
  });

  // Arrows walk through what was found, Escape goes back to the text.
  box.addEventListener("keydown", (event) => {
    const links = [...found.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && links.length) {
      links[Math.min(at + 1, links.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (at === 0 ? query : links[at - 1]).focus();
    } else if (event.key === "Enter" && document.activeElement === query && links.length) {
      links[0].click();
    } else if (event.key === "Escape") {
      query.value = "";
      search();
      $("main").focus();
    } else {
      return;
    }
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      query.focus();
      event.preventDefault();
    }
  });
  document.addEventListener("click", (event) => {
    if (!box.contains(event.target) || event.target.closest(".found a")) found.hidden = true;
  });

  // ---- The section being read, in the contents

  const entries = new Map();
  for (const link of document.querySelectorAll('.contents a[href^="#"]')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) entries.set(heading, link);
  }
  if (entries.size && "IntersectionObserver" in window) {
    const watcher = new IntersectionObserver(
      (changes) => {
        for (const change of changes) {
          if (!change.isIntersecting) continue;
          for (const link of entries.values()) link.classList.remove("here");
          entries.get(change.target).classList.add("here");
        }
      },
      { rootMargin: "0px 0px -70% 0px" }
    );
    for (const heading of entries.keys()) watcher.observe(heading);
  }
})();
