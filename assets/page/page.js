"use strict";
// The page works without this: it adds search, zoom, moving, a card at what is pointed at, and groups that can be put
// away. It reads what stands in the page and writes text only.
(() => {
  const $ = (id) => document.getElementById(id);
  const picture = $("picture"), tools = $("tools"), card = $("card");
  if (!tools) return;
  const svg = picture.querySelector("svg"), world = svg && svg.querySelector("[data-world]");
  tools.hidden = false;

  // What is in the picture, by the id of its row in the tables.
  const shapes = new Map();
  const marks = [];
  for (const shape of svg ? svg.querySelectorAll("[data-i]") : []) {
    const id = shape.getAttribute("data-i");
    if (!shapes.has(id)) shapes.set(id, []);
    shapes.get(id).push(shape);
    if (shape.matches("g") && $(id)) marks.push(shape);
  }
  const rows = [...document.querySelectorAll("tr[id]")];
  const party = new Map();  // of a link: its actor and agreement
  for (const item of document.querySelectorAll("li[data-p]")) {
    party.set(item.dataset.p, [item.dataset.i, item.closest("tr").id]);
  }
  const name_of = (row) => row.querySelector("th").textContent;

  // Search and groups decide together which rows are shown.
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const text_of = new Map(rows.map((row) => [row, fold(row.textContent)]));
  const off = new Set();
  const folded = [...document.querySelectorAll("details")];
  let opened = null;  // which were open before a search opened them

  function show() {
    const asked = fold($("search").value.trim());
    let hits = 0;
    const hit_ids = new Set();
    for (const row of rows) {
      const is_on = !off.has(row.dataset.g);
      const is_hit = asked !== "" && text_of.get(row).includes(asked);
      row.hidden = !is_on || (asked !== "" && !is_hit);
      row.classList.toggle("found", is_hit && is_on);
      if (is_hit && is_on) {
        ++hits;
        hit_ids.add(row.id);
      }
    }
    for (const item of document.querySelectorAll("li[data-i]")) {
      const actor = $(item.dataset.i);
      item.hidden = actor !== null && off.has(actor.dataset.g);
    }
    fold_out(asked !== "");
    for (const [id, all] of shapes) {
      const ends = party.get(id) || [id];
      const is_off = ends.some((end) => $(end) && off.has($(end).dataset.g));
      for (const shape of all) {
        shape.classList.toggle("off", is_off);
        shape.classList.toggle("hit", hit_ids.has(id) && shape.matches("g"));
        shape.classList.toggle("dim", asked !== "" && !ends.some((end) => hit_ids.has(end)));
      }
    }
    const words = $("found").dataset;
    $("found").textContent =
        asked === "" ? "" : hits === 0 ? words.none : hits === 1 ? words.one : words.many.replace("#", hits);
  }
  function fold_out(is_searching) {
    if (is_searching && !opened) opened = folded.map((part) => part.open);
    folded.forEach((part, i) => {
      const has_rows = part.querySelector("tr[id]");
      if (!has_rows) return;
      const is_empty = !part.querySelector("tr[id]:not([hidden])");
      part.hidden = is_empty;
      if (is_searching) part.open = !is_empty;
      else if (opened) part.open = opened[i];
    });
    if (!is_searching) opened = null;
  }
  $("search").addEventListener("input", show);
  // Paper has nothing to click: what is folded is written out.
  let unprinted = null;
  addEventListener("beforeprint", () => {
    unprinted = folded.map((part) => part.open);
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => {
    if (unprinted) folded.forEach((part, i) => part.open = unprinted[i]);
    unprinted = null;
  });
  for (const button of tools.querySelectorAll("[data-toggle]")) {
    button.addEventListener("click", () => {
      const is_on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(is_on));
      if (is_on) off.delete(button.dataset.toggle);
      else off.add(button.dataset.toggle);
      show();
    });
  }
  if (!world) return;

  // Zoom: the world is scaled, and marks and names grow only a little with it.
  const box = svg.viewBox.baseVal;
  let scale = 1, left = 0, top = 0, sized = null;
  const grows = (k) => Math.pow(k, -0.75);
  function place() {
    const most = 40;
    scale = Math.min(most, Math.max(1, scale));
    left = Math.min(0, Math.max(box.width * (1 - scale), left));
    top = Math.min(0, Math.max(box.height * (1 - scale), top));
    if (!sized) {
      sized = [...world.querySelectorAll("g[data-i],text")].map((shape) => {
        const at = shape.getBBox();
        return [shape, at.x + at.width / 2, at.y + at.height / 2];
      });
    }
    world.setAttribute("transform", `translate(${left} ${top}) scale(${scale})`);
    const k = grows(scale);
    for (const [shape, x, y] of sized) {
      shape.setAttribute("transform", `translate(${x} ${y}) scale(${k}) translate(${-x} ${-y})`);
    }
    for (const path of world.querySelectorAll("path")) {
      if (!path.hasAttribute("vector-effect")) path.setAttribute("vector-effect", "non-scaling-stroke");
    }
    picture.dataset.scale = scale.toFixed(2);
  }
  function zoom(factor, x = box.width / 2, y = box.height / 2) {
    const next = Math.min(40, Math.max(1, scale * factor));
    left = x - (x - left) * next / scale;
    top = y - (y - top) * next / scale;
    scale = next;
    place();
  }
  function whole() {
    scale = 1;
    left = top = 0;
    place();
  }
  function move(dx, dy) {
    left += dx;
    top += dy;
    place();
  }
  const per_pixel = () => box.width / svg.getBoundingClientRect().width;
  $("closer").addEventListener("click", () => zoom(1.5));
  $("farther").addEventListener("click", () => zoom(1 / 1.5));
  $("whole").addEventListener("click", whole);

  // The picture takes focus as one thing; what is in it is told by the card.
  picture.tabIndex = 0;
  picture.setAttribute("role", "group");
  picture.setAttribute("aria-label", picture.dataset.name);
  $("keys").hidden = false;
  card.setAttribute("aria-live", "polite");
  let at = null;
  function tell(mark) {
    if (at) at.classList.remove("at");
    at = mark;
    card.hidden = !mark;
    card.replaceChildren();
    if (!mark) return;
    mark.classList.add("at");
    const row = $(mark.getAttribute("data-i"));
    const add = (text, look) => {
      const line = document.createElement("p");
      line.textContent = text;
      if (look) line.className = look;
      card.append(line);
    };
    add(name_of(row), "name");
    const heads = [...row.closest("table").querySelectorAll("thead th")].map((head) => head.textContent);
    [...row.cells].forEach((cell, i) => {
      if (i === 0) return;
      const count = cell.querySelectorAll("li").length;
      const text = count > 0 ? String(count) : cell.textContent;
      if (text !== "") add(`${heads[i]}: ${text}`);
    });
  }
  function step(by) {
    const shown = marks.filter((mark) => !mark.classList.contains("off"));
    if (shown.length === 0) return;
    const now = shown.indexOf(at);
    tell(shown[now < 0 ? 0 : (now + by + shown.length) % shown.length]);
    centre(at);
  }
  function centre(mark) {
    if (scale === 1) return;
    const to = mark.getBoundingClientRect(), seen = svg.getBoundingClientRect(), k = per_pixel();
    move((seen.left + seen.width / 2 - to.left - to.width / 2) * k, (seen.top + seen.height / 2 - to.top) * k);
  }
  const keys = {
    "+": () => zoom(1.5),
    "=": () => zoom(1.5),
    "-": () => zoom(1 / 1.5),
    "0": whole,
    "Escape": () => tell(null),
    "ArrowLeft": () => move(60, 0),
    "ArrowRight": () => move(-60, 0),
    "ArrowUp": () => move(0, 60),
    "ArrowDown": () => move(0, -60)
  };
  const steps = {"ArrowLeft": -1, "ArrowUp": -1, "ArrowRight": 1, "ArrowDown": 1};
  picture.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      if (!(event.key in steps)) return;
      step(steps[event.key]);
    } else {
      const act = keys[event.key];
      if (!act || (event.key.startsWith("Arrow") && scale === 1)) return;
      act();
    }
    event.preventDefault();
  });
  picture.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const seen = svg.getBoundingClientRect(), k = per_pixel();
    zoom(Math.exp(-event.deltaY / 300), (event.clientX - seen.left) * k, (event.clientY - seen.top) * k);
  }, {passive: false});

  let held = null;
  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || scale === 1) return;
    held = [event.clientX, event.clientY];
    picture.classList.add("held");
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener("pointermove", (event) => {
    if (held) {
      const k = per_pixel();
      move((event.clientX - held[0]) * k, (event.clientY - held[1]) * k);
      held = [event.clientX, event.clientY];
      return;
    }
    const mark = event.target.closest("g[data-i]");
    if (mark && $(mark.getAttribute("data-i"))) {
      if (mark !== at) tell(mark);
    } else if (at && !picture.matches(":focus")) {
      tell(null);
    }
  });
  const release = () => {
    held = null;
    picture.classList.remove("held");
  };
  picture.addEventListener("pointerup", release);
  picture.addEventListener("pointercancel", release);
  picture.addEventListener("pointerleave", () => {
    if (!picture.matches(":focus")) tell(null);
  });
  picture.addEventListener("blur", () => tell(null));
})();
