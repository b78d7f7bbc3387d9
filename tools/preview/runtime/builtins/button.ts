/** `<button>` with form types and open types. */
import { privacyOf } from '../wx/privacy';
import { describeRole } from './aria';
import { builtin, builtinOf, type Builtin } from './define';
import type { BuiltinNode } from './node';
import { closestForm } from './form';

const properties = {
  size: 'default',
  type: 'default',
  plain: false,
  disabled: false,
  loading: false,
  formType: '',
  openType: '',
  hoverClass: 'button-hover',
  hoverStartTime: 20,
  hoverStayTime: 70,
  name: '',
  lang: 'en',
  sessionFrom: '',
  sendMessageTitle: '',
  sendMessagePath: '',
  sendMessageImg: '',
  showMessageCard: false,
  appParameter: '',
  groupId: '',
  guildId: '',
  publicId: '',
  phoneNumberNoQuotaToast: true,
  activityId: '',
  activityType: null,
  shareType: null,
  shareMode: null,
  entryDataHash: '',
  needShowEntrance: true,
  entrancePath: '',
  needShowLegalTip: false,
};

/** What an open type does here; those that need a WeChat account answer as a person who declines. */
const OPEN_TYPES: Readonly<Record<string, (node: BuiltinNode) => void>> = {
  share: (node) => void node.host.shareCurrentPage('button', node.component).catch(node.host.reportError),
  getPhoneNumber: (node) => node.emit('getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' }),
  getRealtimePhoneNumber: (node) =>
    node.emit('getrealtimephonenumber', { errMsg: 'getRealtimePhoneNumber:fail user deny' }),
  getUserInfo: (node) => node.emit('getuserinfo', { errMsg: 'getUserInfo:fail auth deny' }),
  chooseAvatar: (node) => node.emit('chooseavatar', { errMsg: 'chooseAvatar:fail cancel' }),
  openSetting: (node) => node.emit('opensetting', { errMsg: 'openSetting:ok', authSetting: {} }),
  contact: (node) => node.emit('contact', { path: '', query: {} }),
  feedback: () => undefined,
  agreePrivacyAuthorization: (node) => {
    privacyOf(node.host).agreeByButton(node.component.id);
    node.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  },
};

function act(node: BuiltinNode<typeof properties>): void {
  const { formType, openType } = node.props;
  // The page's own tap handler runs first, as in WeChat.
  queueMicrotask(() => {
    if (formType === 'submit') closestForm(node as unknown as BuiltinNode)?.submit(node.component);
    if (formType === 'reset') closestForm(node as unknown as BuiltinNode)?.reset();
    for (const type of openType.split('|')) OPEN_TYPES[type]?.(node as unknown as BuiltinNode);
  });
}

export const button: Builtin = builtin({
  tag: 'button',
  properties,
  setup(node) {
    const { element, props } = node;
    describeRole(element, { role: 'button' });
    // A disabled button swallows the tap before the page's own listener sees it.
    node.listen('tap', (event) => props.disabled && event.stopPropagation(), { capture: true });
    node.listen('tap', () => act(node));
    return {
      activate: () => act(node),
      update: {
        'size, type': () => {
          element.setAttribute('size', props.size);
          element.setAttribute('type', props.type);
        },
        'plain, disabled, loading': () => {
          for (const key of ['plain', 'disabled', 'loading'] as const)
            element.toggleAttribute(key, props[key]);
          describeRole(element, {
            'aria-disabled': props.disabled || undefined,
            'aria-busy': props.loading || undefined,
          });
        },
      },
    };
  },
});

/** `<label>`: a tap on it is a tap on its control, found by `for` or as its first control. */
export const label: Builtin = builtin({
  tag: 'label',
  properties: { for: '' },
  setup(node) {
    const CONTROLS = 'wx-checkbox,wx-radio,wx-switch,wx-input,wx-textarea,wx-button';
    node.listen('tap', (event) => {
      const original = event.getOriginalEvent?.() as { target?: unknown } | undefined;
      const touched = original?.target instanceof Node ? original.target : null;
      const named = node.props.for
        ? node.component.ownerShadowRoot?.querySelector(`#${node.props.for}`)
        : null;
      const control =
        (named?.getBackendElement() as unknown as HTMLElement | undefined) ??
        node.element.querySelector<HTMLElement>(CONTROLS);
      if (!control || control.contains(touched)) return;
      builtinOf(node.host.componentOf(control))?.part.activate?.();
    });
  },
});
