// The page works without this. With it, it hears news, moves on by itself, and its clock runs.
(() => {
  "use strict";
  const speaks = () => document.getElementById("speaks");
  let told = 0, asking = false, again = false, version = document.getElementById("main").dataset.version;

  const face = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

  const begins = performance.now();
  let since = begins;
  const tick = () => {
    const passed = (performance.now() - since) / 1000;
    document.querySelectorAll("[data-left]").forEach((one) => {
      if (one.dataset.paused === "yes") return;
      const left = Math.max(0, Math.round(Number(one.dataset.left) - passed));
      (one.querySelector(".time") || one).textContent = face(left);
      if (one.id !== "clock") return;
      const bar = document.getElementById("bar");
      if (bar) bar.value = left;
      if ((left === 60 || left === 10) && told !== left && speaks()) {
        told = left;
        speaks().textContent = `${left} seconds left to decide`;
      }
    });
  };
  setInterval(tick, 500);

  const take = (fresh) => {
    const main = document.getElementById("main"), other = fresh.getElementById("main");
    if (!main || !other) return false;
    since = performance.now();
    version = other.dataset.version;
    if (main.dataset.moment === other.dataset.moment) {
      document.querySelectorAll("[data-live]").forEach((one) => {
        const twin = fresh.getElementById(one.id);
        if (twin && !one.contains(document.activeElement)) one.replaceWith(twin);
        else if (twin && one.innerHTML !== twin.innerHTML) keep(one, twin);
      });
      return true;
    }
    document.querySelectorAll("[data-live]").forEach((one) => {
      const twin = fresh.getElementById(one.id);
      if (twin && !main.contains(one)) one.replaceWith(twin);
    });
    main.replaceWith(other);
    if (speaks()) speaks().textContent = "The page has moved on.";
    return true;
  };

  // Somebody stands with the keyboard in what changes: put them back where they were.
  const keep = (one, twin) => {
    const places = [...one.querySelectorAll("a,button,input,select,summary,[tabindex]")];
    const place = places.indexOf(document.activeElement);
    one.replaceWith(twin);
    const now = [...twin.querySelectorAll("a,button,input,select,summary,[tabindex]")][place];
    if (now) now.focus({ preventScroll: true });
  };

  const look = async () => {
    if (asking) { again = true; return; }
    asking = true;
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" }, cache: "no-store" });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (answer.redirected || !take(fresh)) location.assign(answer.redirected ? answer.url : location.href);
      lost(false);
    } catch { lost(true); }
    asking = false;
    if (again) { again = false; look(); }
  };

  const lost = (is) => { const one = document.getElementById("lost"); if (one) one.hidden = !is; };

  const stream = new EventSource("/events");
  stream.onmessage = (event) => { if (event.data !== version) look(); lost(false); };
  stream.onerror = () => lost(true);
  stream.addEventListener("replaced", () => {
    stream.close();
    const one = document.getElementById("lost");
    if (one) { one.hidden = false; one.textContent = "This seat is open in another window. Load this page to take it back here."; }
  });
  addEventListener("pagehide", () => stream.close());
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
