// The form library's own texts are English and cannot be configured. This module replaces them where they appear,
// and only there: validation messages, empty select fields, the calendar. What a form itself says stays untouched.
const TEXTS = new Map([
  ['Field is required.', '此项必填。'],
  ['Field must be a valid email.', '请填写有效的邮箱地址。'],
  ['Value is not a number.', '请填写数字。'],
  ['Value is expected to be an integer.', '请填写整数。'],
  ['Date and time must both be entered.', '请同时填写日期和时间。'],
  ['Select', '请选择'],
  ['Search', '搜索']
]);

const PATTERNS = [
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1。'],
  [/^Field must have minimum length of (.+)\.$/, '至少填写 $1 个字。'],
  [/^Field must have maximum length of (.+)\.$/, '最多填写 $1 个字。'],
  [/^Field must match pattern .+\.$/, '格式不正确。'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多保留 $1 位小数。']
];

['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].forEach((day, i) => TEXTS.set(day, '日一二三四五六'[i]));
['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
  .forEach((month, i) => TEXTS.set(month, `${i + 1}月`));

const PLACES = '.fjs-form-field-error, .fjs-select-placeholder, .flatpickr-weekday, .flatpickr-monthDropdown-month, .cur-month';

function chinese(text) {
  const words = text.trim();
  const pattern = PATTERNS.find(([english]) => english.test(words));
  return TEXTS.get(words) ?? (pattern ? words.replace(...pattern) : undefined);
}

function translate(form) {
  form.querySelectorAll(PLACES).forEach(place => {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = chinese(walker.currentNode.data);
      if (text) walker.currentNode.data = text;
    }
  });
  form.querySelectorAll('input[placeholder]').forEach(input => {
    const text = chinese(input.placeholder);
    if (text) input.placeholder = text;
  });
}

new MutationObserver(changes => {
  if (changes.some(({ target }) => (target.parentElement ?? target).closest?.('.fjs-container') || target.querySelector?.('.fjs-container'))) {
    document.querySelectorAll('.fjs-container').forEach(translate);
  }
}).observe(document.body, { subtree: true, childList: true, characterData: true });
