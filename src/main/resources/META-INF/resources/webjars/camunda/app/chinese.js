// Words for which the applications have no key: headings, types and permissions that their makers wrote into the page. Only
// the places named here are touched, never what people or models have written.
import { reword } from './desk.js';

const TYPES = {
  String: '文本', Integer: '整数', Long: '长整数', Short: '短整数', Double: '小数', Boolean: '是/否', Date: '日期时间',
  Null: '空', Object: '对象', Bytes: '文件', File: '文件', Xml: 'XML'
};

const HEADINGS = { Actions: '操作', null: '空', WORKFLOW: '业务组', SYSTEM: '系统组' };

const DECISIONS = {
  'Hit policy:': '命中策略：', First: '首个命中', Unique: '唯一命中', Any: '任意命中', Priority: '按优先级', Collect: '收集全部',
  'Rule order': '按规则顺序', When: '条件', And: '且', Then: '结果', Annotations: '说明',
  string: '文本', integer: '整数', long: '长整数', double: '小数', number: '数字', boolean: '是/否', date: '日期'
};

const PERMISSIONS = {
  ALL: '全部', NONE: '无', READ: '读取', UPDATE: '修改', CREATE: '新建', DELETE: '删除', ACCESS: '进入',
  CREATE_INSTANCE: '发起流程', READ_INSTANCE: '读取实例', UPDATE_INSTANCE: '修改实例', DELETE_INSTANCE: '删除实例',
  READ_INSTANCE_VARIABLE: '读取实例变量', UPDATE_INSTANCE_VARIABLE: '修改实例变量', SUSPEND_INSTANCE: '挂起实例',
  MIGRATE_INSTANCE: '迁移实例', RETRY_JOB: '重试作业', SUSPEND: '挂起', READ_TASK: '读取任务', UPDATE_TASK: '修改任务',
  TASK_ASSIGN: '分配任务', TASK_WORK: '处理任务', READ_TASK_VARIABLE: '读取任务变量', UPDATE_TASK_VARIABLE: '修改任务变量',
  READ_VARIABLE: '读取变量', UPDATE_VARIABLE: '修改变量', READ_HISTORY: '读取历史', READ_HISTORY_VARIABLE: '读取历史变量',
  DELETE_HISTORY: '删除历史', UPDATE_HISTORY: '修改历史', CREATE_BATCH_SET_JOB_RETRIES: '批量重试作业'
};

const TITLES = { 'zoom in': '放大', 'zoom out': '缩小', 'reset zoom': '还原', 'Select all': '全选', 'Toggle this section': '展开或收起' };

/** Before a colon, in the hints of decision tables. */
const HINTS = {
  'Decision name': '决策名称', 'Input label': '输入', 'Input values': '可选值', 'Input type': '类型', 'Input expression': '表达式',
  'Output label': '输出', 'Output values': '可选值', 'Output type': '类型', 'Output name': '输出名称', 'Hit policy': '命中策略',
  'Rules may overlap. The first matching rule will be chosen': '规则可以重叠，取第一条命中的规则'
};

const word = words => text => {
  const found = Object.hasOwn(words, text.trim()) ? words[text.trim()] : undefined;
  return found === undefined ? text : text.replace(text.trim(), found);
};

reword('body', 'td.actions, th.actions, .null-value, td.group-type', word(HEADINGS));
reword('.cam-table, .variable-type', 'td.type, td.variable-type, div.type, .variable-type', word(TYPES));
reword('.table-holder', '.dms-label, .hit-policy-value, .clause, .annotation, .input-variable, .output-variable', word(DECISIONS));
reword('.cam-table', 'td.permissions', text => text.split(',').map(word(PERMISSIONS)).join(','));

new MutationObserver(() => {
  for (const element of document.querySelectorAll('[title]')) {
    const [name, ...rest] = element.title.split(': ');
    const chinese = Object.hasOwn(TITLES, element.title) ? TITLES[element.title]
      : Object.hasOwn(HINTS, name) && element.closest('.table-holder') ? [HINTS[name], ...rest].join('：') : element.title;
    if (chinese !== element.title) element.title = chinese;
  }
}).observe(document.body, { subtree: true, childList: true });
