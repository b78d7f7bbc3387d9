/** `<input>` and `<textarea>`: a native field inside the host element, controlled by `value`. */
import { describeRole } from './aria';
import { builtin, type Builtin, type BuiltinPart } from './define';
import type { BuiltinNode } from './node';
import { createPlaceholder } from './placeholder';

const properties = {
  value: '',
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: '',
  disabled: false,
  maxlength: 140,
  focus: false,
  autoFocus: false,
  name: '',
  confirmHold: false,
  cursor: -1,
  cursorSpacing: 0,
  cursorColor: '',
  selectionStart: -1,
  selectionEnd: -1,
  adjustPosition: true,
  holdKeyboard: false,
  alwaysEmbed: false,
  adjustKeyboardTo: 'cursor',
};

const inputProperties = {
  ...properties,
  type: 'text',
  password: false,
  confirmType: 'done',
  safePasswordCertPath: '',
  safePasswordLength: 0,
  safePasswordTimeStamp: 0,
  safePasswordNonce: '',
  safePasswordSalt: '',
  safePasswordCustomHash: '',
  randomNumber: false,
  controlled: false,
};

const textareaProperties = {
  ...properties,
  confirmType: 'return',
  autoHeight: false,
  fixed: false,
  showConfirmBar: true,
  disableDefaultPadding: false,
};

type FieldElement = HTMLInputElement | HTMLTextAreaElement;
type FieldNode = BuiltinNode<typeof properties & { confirmType: string }>;

const INPUT_MODES: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal', idcard: 'text' };
const NATIVE_EVENTS = ['input', 'change', 'keydown', 'click', 'select'];

/** The keyboard slides in after the layout settles; a field inside a popup is not focusable before. */
const FOCUS_DELAY_MS = 50;

function listenNative(node: FieldNode, field: FieldElement, changed: () => void): void {
  for (const name of NATIVE_EVENTS) field.addEventListener(name, (event) => event.stopPropagation());
  field.addEventListener('input', () => {
    node.sync({ value: field.value });
    changed();
    node.emit('input', {
      value: field.value,
      cursor: field.selectionStart ?? field.value.length,
      keyCode: 0,
    });
  });
  field.addEventListener('focus', () => {
    node.emit('focus', { value: field.value, height: 0 });
  });
  field.addEventListener('blur', () => {
    node.emit('blur', { value: field.value, cursor: field.selectionStart ?? field.value.length });
  });
  field.addEventListener('keydown', (event) => {
    const confirms = field instanceof HTMLInputElement || node.props.confirmType !== 'return';
    if ((event as KeyboardEvent).key !== 'Enter' || !confirms || (event as KeyboardEvent).isComposing) return;
    event.preventDefault();
    node.emit('confirm', { value: field.value });
    if (!node.props.confirmHold) field.blur();
  });
}

function select(node: FieldNode, field: FieldElement): void {
  const { cursor, selectionStart, selectionEnd } = node.props;
  const [from, to] =
    selectionStart >= 0 && selectionEnd >= 0 ? [selectionStart, selectionEnd] : [cursor, cursor];
  if (from >= 0) field.setSelectionRange(from, to);
}

function setUpField(node: FieldNode, field: FieldElement, grow: () => void): BuiltinPart {
  const { element, props } = node;
  // Padding of the host belongs to text and placeholder alike.
  const box = document.createElement('div');
  box.className = 'mp-field';
  element.append(box);
  const placeholder = createPlaceholder(node.component, box);
  box.append(field);
  const changed = () => {
    placeholder.show(field.value === '');
    grow();
  };
  listenNative(node, field, changed);
  const focus = () =>
    setTimeout(() => {
      if (!element.isConnected) return;
      field.focus();
      select(node, field);
    }, FOCUS_DELAY_MS);
  return {
    ariaTarget: field,
    activate: () => field.focus(),
    field: {
      value: () => field.value,
      reset: () => {
        field.value = '';
        node.sync({ value: '' });
        changed();
      },
    },
    attached: () => {
      if (props.autoFocus) focus();
    },
    update: {
      value: () => {
        const value = String(props.value ?? '');
        if (field.value !== value) field.value = value;
        changed();
      },
      'placeholder, placeholderStyle, placeholderClass': () => {
        field.placeholder = props.placeholder;
        placeholder.draw(props.placeholder, props.placeholderClass, props.placeholderStyle);
      },
      disabled: () => {
        field.disabled = props.disabled;
      },
      maxlength: () => {
        if (props.maxlength >= 0) field.maxLength = props.maxlength;
        else field.removeAttribute('maxlength');
      },
      confirmType: () =>
        field.setAttribute('enterkeyhint', props.confirmType === 'return' ? 'enter' : props.confirmType),
      focus: () => {
        if (props.focus) focus();
        else if (document.activeElement === field) field.blur();
      },
      'cursor, selectionStart, selectionEnd': () => {
        if (document.activeElement === field) select(node, field);
      },
    },
  };
}

const input = builtin({
  tag: 'input',
  properties: inputProperties,
  setup(node) {
    const field = document.createElement('input');
    const { props } = node;
    const part = setUpField(node as unknown as FieldNode, field, () => undefined);
    const kind = () => {
      field.type = props.password || props.type === 'safe-password' ? 'password' : 'text';
      field.inputMode = INPUT_MODES[props.type] ?? 'text';
    };
    return { ...part, update: { 'type, password': kind, ...part.update } };
  },
});

const textarea = builtin({
  tag: 'textarea',
  properties: textareaProperties,
  setup(node) {
    const field = document.createElement('textarea');
    field.rows = 1;
    const { props, element } = node;
    let lines = 0;
    const grow = () => {
      if (!element.isConnected) return;
      if (props.autoHeight) {
        field.style.height = 'auto';
        field.style.height = `${field.scrollHeight}px`;
      }
      const lineHeight = parseFloat(getComputedStyle(field).lineHeight) || 20;
      const lineCount = Math.max(1, Math.round(field.scrollHeight / lineHeight));
      if (lineCount === lines) return;
      lines = lineCount;
      node.emit('linechange', { height: field.scrollHeight, heightRpx: 0, lineCount });
    };
    const part = setUpField(node as unknown as FieldNode, field, grow);
    describeRole(field, { 'aria-multiline': true });
    return {
      ...part,
      attached: () => {
        part.attached?.();
        // Hidden while a popup opens: its height is known one frame later.
        requestAnimationFrame(grow);
        // The same letters may need another line once their font is there.
        document.fonts.addEventListener('loadingdone', grow);
        // So may a narrower phone.
        window.addEventListener('resize', grow);
      },
      detached: () => {
        part.detached?.();
        document.fonts.removeEventListener('loadingdone', grow);
        window.removeEventListener('resize', grow);
      },
      update: {
        autoHeight: () => {
          element.toggleAttribute('auto-height', props.autoHeight);
          if (!props.autoHeight) field.style.height = '';
          grow();
        },
        ...part.update,
      },
    };
  },
});

export const textFields: readonly Builtin[] = [input, textarea];
