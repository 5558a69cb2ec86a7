// Sliders play the talks anew: a thousand at once, ten thousand when they rest. An older answer never overtakes a newer.
"use strict";
(() => {
  const FEW = 1000, MANY = 10000, REST = 250, PATIENCE = 100, AGAIN = 400;
  const TIMES = { 0: "none", 1: "as it was", 2: "twice", 3: "three times" };
  const form = document.getElementById("dials"), ends = document.getElementById("ends"), run = document.getElementById("run");
  const state = () => ends.querySelector(".shown");
  let asked = 0, shown = 0, flight = null, moved = false, timer = 0, told = run.querySelector(".cold") ? "" : state().dataset.query;

  function words(dial, text) {
    if (text === dial.dataset.was) return dial.dataset.said;
    return "times" in dial.dataset ? TIMES[text] || `${text} times` : text;
  }

  function say(input) {
    const dial = input.closest(".dial"), at = value => 100 * value / input.max;
    const here = at(input.value), was = at(dial.dataset.at), gone = dial.querySelector(".gone");
    gone.setAttribute("x", `${Math.min(here, was)}%`);
    gone.setAttribute("width", `${Math.abs(here - was)}%`);
    dial.classList.toggle("moved", input.value !== dial.dataset.was);
    dial.querySelector("output").textContent = words(dial, input.value);
    input.setAttribute("aria-valuetext", words(dial, input.value));
  }

  // The form has what is moved; the address has the run and the day that are looked at by now.
  function query() {
    const wanted = new URLSearchParams(new FormData(form)), there = new URLSearchParams(location.search);
    for (const name of ["seed", "replicate", "day"]) if (there.has(name)) wanted.set(name, there.get(name));
    return wanted;
  }

  async function fragment(path, wanted, signal) {
    const answer = await fetch(`${path}?${wanted}`, { signal });
    if (!answer.ok) throw new Error(answer.statusText);
    const holder = document.createElement("template");
    holder.innerHTML = await answer.text();
    return holder.content;
  }

  async function ask(runs) {
    const number = ++asked, wanted = query(), mine = { runs, since: performance.now(), stop: new AbortController() };
    clearTimeout(timer);
    flight?.stop.abort();
    flight = mine;
    wanted.set("runs", runs);
    wanted.set("top", state().dataset.top || 0);
    try {
      const found = await fragment("/watch/distribution", wanted, mine.stop.signal);
      if (number < shown) return;
      shown = number;
      show(found);
      if (number === asked) follow(runs);
    } catch {
      if (number === asked) ends.querySelector(".about").textContent = "The room does not answer. What you see is from before.";
    } finally {
      if (flight === mine) flight = null;
      next();
    }
  }

  // While an answer is under way that is about to come, the next question waits for it: or none would ever be seen.
  function next() {
    if (!moved) return;
    const wait = flight?.runs === FEW ? flight.since + PATIENCE - performance.now() : 0;
    clearTimeout(timer);
    if (wait > 0) { timer = setTimeout(next, wait); return; }
    moved = false;
    ask(FEW);
  }

  function follow(runs) {
    if (moved) return;
    if (state().classList.contains("waiting")) timer = setTimeout(() => ask(MANY), AGAIN);
    else if (runs === FEW) timer = setTimeout(() => ask(MANY), REST);
    else tell(state().dataset.query);
  }

  async function tell(now) {
    if (now === told) return;
    told = now;
    history.replaceState(history.state, "", `/watch?${now}`);
    try {
      const found = await fragment("/watch/run", now);
      if (now !== told) return;
      run.replaceChildren(found);
      document.dispatchEvent(new Event("sim:loaded"));
    } catch { /* the run that is shown stays */ }
  }

  // Bars go from where they are; what is said aloud is said only if it is something else.
  function show(found) {
    const said = found.querySelector(".said"), before = ends.querySelector(".said");
    const bars = [...found.querySelectorAll(".now")].map(bar => [bar, bar.getAttribute("width")]);
    for (const [bar, width] of bars) bar.setAttribute("width", document.getElementById(bar.id)?.getAttribute("width") || width);
    const held = document.activeElement?.dataset?.held;
    if (said && before) {
      if (said.textContent !== before.textContent) before.replaceChildren(...said.childNodes);
      for (const name of ["shown", "keep", "source"]) ends.querySelector(`.${name}`).replaceWith(found.querySelector(`.${name}`));
    } else ends.replaceChildren(found);
    if (held) ends.querySelector(`[data-held=${held}]`)?.focus();
    ends.getBoundingClientRect();
    for (const [bar, width] of bars) bar.setAttribute("width", width);
    arm();
  }

  function arm() {
    const button = ends.querySelector(".copy");
    if (button) button.hidden = false;
  }

  async function copy(button) {
    const link = ends.querySelector(".link input");
    if (location.search) link.value = location.href;
    link.select();
    try { await navigator.clipboard.writeText(link.value); } catch { document.execCommand("copy"); }
    button.textContent = "Copied";
  }

  function back() {
    for (const dial of form.querySelectorAll(".dial")) {
      const input = dial.querySelector("input");
      input.value = dial.dataset.was;
      say(input);
    }
    for (const way of form.querySelectorAll("input[data-was]")) way.checked = true;
    moved = true;
    next();
  }

  const phone = matchMedia("(max-width:600px)");
  form.addEventListener("input", event => {
    if (!phone.matches) ends.scrollIntoView({ block: "nearest" });
    if (event.target.type === "range") say(event.target);
    moved = true;
    next();
  });
  form.addEventListener("submit", event => { event.preventDefault(); moved = true; next(); });
  form.querySelector(".back").addEventListener("click", event => { event.preventDefault(); back(); });
  form.querySelector(".play").hidden = true;
  ends.addEventListener("click", event => { if (event.target.matches(".copy")) copy(event.target); });
  const fold = form.querySelector(".fold");
  const folded = () => { fold.open = !phone.matches; };
  phone.addEventListener("change", folded);
  folded();
  arm();
  follow(MANY);
  tell(state().dataset.query);
})();
