"use strict";
// One run, day by day. Everything is found anew each time it is needed: the run may have been put in place of another.
(() => {
const get = id => document.getElementById(id);
const all = (what, inside = document) => [...inside.querySelectorAll(what)];
const pace = 2500;
let data = null, timer = 0, asking = 0;

function here() { return Number(get("scrubber").value); }

function pictured(place) {
  const edge = `${(100 * (place + 1) / data.slots).toFixed(2)}%`;
  const today = document.querySelector(".drawing .today");
  today.setAttribute("x1", edge);
  today.setAttribute("x2", edge);
  document.querySelector(".rail .done").setAttribute("width", edge);
  document.querySelector(".timeline").classList.toggle("ended", place === data.days.length - 1);
  for (const one of all(".timeline .moment:not(.ghost)")) {
    const at = Number(one.dataset.moment);
    one.classList.toggle("future", at > place);
    one.classList.toggle("now", at === place);
    one.classList.toggle("far", at > place + 1 || at < place - 3);
  }
  for (const link of all(".days a")) link.removeAttribute("aria-current");
  const link = all(".days a")[place], pane = document.querySelector(".pane"), at = link.offsetLeft;
  link.setAttribute("aria-current", "date");
  if (at < pane.scrollLeft || at + link.offsetWidth > pane.scrollLeft + pane.clientWidth) pane.scrollLeft = at - pane.clientWidth / 2;
  const drawing = document.querySelector(".drawing");
  drawing.setAttribute("aria-label", `${drawing.dataset.said} ${data.said[place]}.`);
}

function stood(place) {
  for (const one of all("[data-axis]")) {
    const at = Number(one.dataset.axis), offers = data.offers[place][at], text = data.texts[place][at];
    const x = value => `${(100 * value).toFixed(1)}%`;
    const numbers = all(".number", one);
    all(".offer", one).forEach((mark, who) => { mark.setAttribute("x", x(offers[who])); numbers[who].textContent = offers[who].toFixed(2); });
    const mark = one.querySelector(".text");
    mark.classList.toggle("none", text === null);
    mark.classList.toggle("full", data.agreed[place][at] === 1);
    mark.setAttribute("x", x(text ?? 0));
    numbers.at(-1).textContent = text === null ? "none" : text.toFixed(2);
  }
  for (const one of all("[data-feeling]")) {
    const at = Number(one.dataset.feeling), values = data.values[at], step = 60 / Math.max(1, values.length - 1);
    one.querySelector(".word").textContent = data.words[at][place];
    one.querySelector(".number").textContent = values[place].toFixed(2);
    one.querySelector("polyline").setAttribute("points",
      [0, ...values.slice(0, place + 1).keys()].map(day => `${(day * step).toFixed(1)},${(22 - 20 * values[day]).toFixed(1)}`).join(" "));
  }
}

function told(place) {
  for (const one of all(".told")) one.hidden = Number(one.dataset.moment) !== place;
  const section = document.querySelector(`.told[data-moment="${place}"]`);
  if (section.querySelector(".all") && !section.querySelector(".all .rows")) fetched(place, section);
}

// The words of days far off are not on the page.
async function fetched(place, section) {
  const mine = ++asking;
  await new Promise(done => setTimeout(done, 150));
  if (mine !== asking) return;
  const link = new URL(all(".days a")[place].href);
  const answer = await fetch(`/watch/run${link.search}`).catch(() => null);
  if (!answer || !answer.ok || !section.isConnected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const words = page.querySelector(".told:not([hidden]) .all .rows");
  if (words && !section.querySelector(".all .rows")) section.querySelector(".all").append(words);
}

function address(place) {
  const query = new URLSearchParams(location.search);
  query.delete("ending");
  query.set("day", data.days[place]);
  return `?${query}`;
}

function go(place) {
  const scrubber = get("scrubber");
  scrubber.value = place;
  scrubber.setAttribute("aria-valuetext", data.said[place]);
  pictured(place);
  stood(place);
  told(place);
  history.replaceState(history.state, "", location.pathname + address(place));
  for (const field of all('input[name="day"]')) field.value = data.days[place];
}

function halt() {
  clearInterval(timer);
  timer = 0;
  const button = get("play");
  if (button) {
    button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-label", "Play");
    document.querySelector(".days-told").setAttribute("aria-live", "off");
  }
}

function play() {
  const last = data.days.length - 1;
  if (here() === last) go(0);
  get("play").setAttribute("aria-pressed", "true");
  get("play").setAttribute("aria-label", "Pause");
  document.querySelector(".days-told").setAttribute("aria-live", "polite");
  timer = setInterval(() => {
    if (!get("scrubber") || here() >= last) halt();
    else go(here() + 1);
    if (timer && here() >= last) halt();
  }, pace);
}

// What somebody opened or closed stays so when another run comes.
function restored(inside) {
  for (const one of all("details[data-kept]", inside)) {
    const kept = sessionStorage.getItem(`open ${one.dataset.kept}`);
    if (kept) one.open = kept === "yes";
  }
}

function ready() {
  const source = get("run-data"), scrubber = get("scrubber");
  if (!source || source.dataset.read) return;
  halt();
  source.dataset.read = "yes";
  data = JSON.parse(source.textContent);
  const share = 100 / data.slots;
  scrubber.style.left = `calc(${share}% - 11px)`;
  scrubber.style.width = `calc(${share * (data.days.length - 1)}% + 22px)`;
  scrubber.value = document.querySelector(".timeline").dataset.here;
  restored(document);
  pictured(here());
}

document.addEventListener("input", event => { if (event.target.id === "scrubber") { halt(); go(here()); } });
document.addEventListener("click", event => {
  if (event.target.closest("#play")) return timer ? halt() : play();
  const link = event.target.closest(".days a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  halt();
  go(Number(link.parentElement.dataset.moment));
});
document.addEventListener("toggle", event => {
  const kept = event.target.dataset && event.target.dataset.kept;
  if (!kept) return;
  sessionStorage.setItem(`open ${kept}`, event.target.open ? "yes" : "no");
  for (const one of all(`details[data-kept="${kept}"]`)) if (one.open !== event.target.open) one.open = event.target.open;
}, true);
new MutationObserver(ready).observe(get("run"), { childList: true });
ready();
})();
