import language from '../../language.js';

const chinese = language === 'zh';

export default {
  app: chinese ? { vendor: '投诉处理台 ·', name: '任务' } : { vendor: 'Complaint Desk ·', name: 'Tasklist' },
  locales: { availableLocales: [language], fallbackLocale: language },
  customScripts: [...(chinese ? ['scripts/chinese-forms'] : []), '../single-sign-on'],

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: chinese ? '认领当前选中的任务' : 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: chinese ? '转到列表中的第一个筛选器' : 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: chinese ? '转到列表中的第一个任务' : 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: chinese ? '转到任务表单的第一个输入框' : 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: chinese ? '打开“发起流程”窗口' : 'opens the start process modal dialog'
    }
  }
};
