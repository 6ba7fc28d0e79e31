// Keeps a list of messages where one wants to read: at its end, or at the beginning of what is longer than the screen.

const NEAR = 90;
const MARGIN = 10;

export class Scrolling {
  /** `list` stands in `scroller`; its last child is the newest. */
  constructor(scroller, list) {
    this.scroller = scroller;
    this.list = list;
    this.isResting = true;
    scroller.addEventListener("scroll", () => {
      this.isResting = scroller.scrollTop >= this.rest() - NEAR;
    });
    const observer = new ResizeObserver(() => this.settle());
    observer.observe(scroller);
    observer.observe(list);
  }

  rest() {
    const end = this.scroller.scrollHeight - this.scroller.clientHeight;
    const newest = this.list.lastElementChild;
    if (!newest) return end;
    const top =
      newest.getBoundingClientRect().top -
      this.scroller.getBoundingClientRect().top +
      this.scroller.scrollTop;
    return Math.max(0, Math.min(end, top - MARGIN));
  }

  /** Go where the newest can be read, unless one has scrolled away from there. */
  settle() {
    if (this.isResting) this.scroller.scrollTop = this.rest();
  }

  /** Go there in any case. */
  reset() {
    this.isResting = true;
    this.settle();
  }
}
