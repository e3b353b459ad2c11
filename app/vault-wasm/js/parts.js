// What both pages need: the parts of a page by their names, and its texts with numbers in them.
export function partsOf(root) {
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  return {
    part,
    show: (name, shown) => (part(name).hidden = !shown),
    words: (name, ...numbers) => numbers.reduce((text, n, i) => text.replace(`{${i}}`, n), root.dataset[name]),
  };
}

export const absolute = (path) => new URL(path, location.origin).href;
