// Forms and calendars have English texts of their own that cannot be configured. This module replaces them where they
// appear, and only there: validation messages, empty select fields, months and days. What a form says stays untouched.
const AREAS = '.fjs-container, .uib-daypicker, .uib-monthpicker';
const PLACES = '.fjs-form-field-error, .fjs-select-placeholder, .flatpickr-weekday, .flatpickr-monthDropdown-month, '
  + '.cur-month, .uib-title, .uib-daypicker th, .uib-month';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const TEXTS = new Map([
  ['Field is required.', '此项必填。'],
  ['Field must be a valid email.', '请填写有效的邮箱地址。'],
  ['Value is not a number.', '请填写数字。'],
  ['Value is expected to be an integer.', '请填写整数。'],
  ['Date and time must both be entered.', '请同时填写日期和时间。'],
  ['Select', '请选择'],
  ['Search', '搜索'],
  ['yyyy/mm/dd', '年/月/日'],
  ['hh:mm', '时:分'],
  ...MONTHS.map((month, i) => [month, `${i + 1}月`]),
  ...DAYS.map((day, i) => [day, '日一二三四五六'[i]])
]);

const PATTERNS = [
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1。'],
  [/^Field must have minimum length of (.+)\.$/, '至少填写 $1 个字。'],
  [/^Field must have maximum length of (.+)\.$/, '最多填写 $1 个字。'],
  [/^Field must match pattern .+\.$/, '格式不正确。'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多保留 $1 位小数。'],
  [/^([A-Z][a-z]+) (\d{4})$/, (all, month, year) => MONTHS.includes(month) ? `${year}年${TEXTS.get(month)}` : all]
];

function chinese(text) {
  const words = text.trim();
  const pattern = PATTERNS.find(([english]) => english.test(words));
  return TEXTS.get(words) ?? (pattern ? words.replace(...pattern) : text);
}

function translate(area) {
  for (const place of area.querySelectorAll(PLACES)) {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = chinese(texts.currentNode.data);
      if (text !== texts.currentNode.data) texts.currentNode.data = text;
    }
  }
  for (const input of area.querySelectorAll('input[placeholder]')) input.placeholder = chinese(input.placeholder);
}

new MutationObserver(() => document.querySelectorAll(AREAS).forEach(translate))
  .observe(document.body, { subtree: true, childList: true, characterData: true });
