// Taking hold of something in a view and dragging it: `hold` says what is there, or nothing; `drag` moves it.
const draggable = (canvas, { hold, drag }) => {
  let held;
  canvas.onpointerdown = event => {
    held = hold(event.offsetX, event.offsetY);
    if (!held) return;
    canvas.setPointerCapture(event.pointerId);
    drag(held, event.offsetX, event.offsetY);
  };
  canvas.onpointermove = event => {
    if (held) drag(held, event.offsetX, event.offsetY);
    else canvas.style.cursor = hold(event.offsetX, event.offsetY) ? 'grab' : '';
  };
  canvas.onpointerup = canvas.onpointercancel = () => { held = undefined; };
  // A finger beside it scrolls the page.
  canvas.addEventListener('touchstart', event => {
    const { left, top } = canvas.getBoundingClientRect(), [finger] = event.touches;
    if (hold(finger.clientX - left, finger.clientY - top)) event.preventDefault();
  }, { passive: false });
};
const handle = (pen, x, y, fill) => { dot(pen, x, y, 7, colours.page); dot(pen, x, y, 5.5, fill); };
const isNear = (x, y, [atX, atY], reach = 18) => Math.hypot(x - atX, y - atY) < reach;
