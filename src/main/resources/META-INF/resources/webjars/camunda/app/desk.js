// What all four applications share: our name instead of their maker's, and dates as the installation's language writes them
// instead of the browser's.
import language from './language.js';
import texts from './texts.js';

document.documentElement.lang = language;

// The library behind forms asks for the format of a locale named "default", which is the browser's.
const Browsers = Intl.DateTimeFormat;
Intl.DateTimeFormat = new Proxy(Browsers, {
  construct: (target, [locale, ...rest], caller) => Reflect.construct(target, [ours(locale), ...rest], caller),
  apply: (target, self, [locale, ...rest]) => target.call(self, ours(locale), ...rest)
});

function ours(locale) {
  return locale === 'default' ? texts['date.locale'] : locale;
}

/** The address of the desk's own pages: the applications live below it. */
export const desk = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

/** A text with its blanks filled in. */
export function say(key, ...values) {
  return values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), texts[key]);
}

/** Replaces fixed texts of a library, where they appear and only there. */
export function reword(area, places, translate) {
  const all = () => document.querySelectorAll(area).forEach(part => {
    for (const place of part.querySelectorAll(places)) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = translate(walker.currentNode.data);
        if (text !== walker.currentNode.data) walker.currentNode.data = text;
      }
    }
    for (const input of part.querySelectorAll('input[placeholder]')) {
      const text = translate(input.placeholder);
      if (text !== input.placeholder) input.placeholder = text;
    }
  });
  new MutationObserver(all).observe(document.body, { subtree: true, childList: true, characterData: true });
}

// The sign-in page shows its maker's mark; ours is our name.
new MutationObserver(() => {
  for (const logo of document.querySelectorAll('.login-logo:not([data-desk])')) {
    logo.dataset.desk = '';
    logo.textContent = texts.brand;
  }
}).observe(document.body, { subtree: true, childList: true });

if (language === 'zh') import('./chinese.js');
