/**
 * Runs in a page: finds the texts whose contrast is less than WCAG's AA wants, 4.5 to 1, or 3 to 1 where
 * they are large. A text, since it is the page that runs it.
 */
export const tooFaint = `(() => {
  const parse = (color) => {
    const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const groundOf = (element) => {
    if (element === null) return [255, 255, 255, 1];
    const own = parse(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
  };
  const luminance = (color) => {
    const [r, g, b] = color.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const faint = [];
  let looked = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === '' || !element.checkVisibility() || element.closest(':disabled')) continue;
    const style = getComputedStyle(element);
    const ground = groundOf(element);
    const [one, other] = [luminance(over(parse(style.color), ground)), luminance(ground)];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    looked++;
    if (ratio < (isLarge ? 3 : 4.5)) faint.push(node.data.trim().slice(0, 30) + ': ' + ratio.toFixed(2));
  }
  return { faint, looked };
})()`;

/** Runs in a page: finds what can be pressed or filled in and has no name for those who do not see it. */
export const nameless = `[...document.querySelectorAll('a, button, input, select, textarea, [tabindex]')]
  .filter((element) => element.checkVisibility())
  .filter((element) => !element.getAttribute('aria-label') && !element.getAttribute('aria-labelledby'))
  .filter((element) => !(element.labels?.length > 0) && element.textContent.trim() === '')
  .map((element) => element.outerHTML.slice(0, 80))`;
