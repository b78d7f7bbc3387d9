/** `<checkbox>`, `<radio>`, their groups, and `<switch>`. */
import { describeRole } from './aria';
import { builtin, builtinOf, closestBuiltin, type Builtin, type BuiltinPart } from './define';
import type { BuiltinNode } from './node';

const properties = { value: '', checked: false, disabled: false, color: '', name: '' };

type ChoiceNode = BuiltinNode<typeof properties>;

function mark(node: ChoiceNode): () => void {
  const { element, props } = node;
  const icon = document.createElement('i');
  icon.className = 'mp-mark';
  element.prepend(icon);
  return () => {
    element.toggleAttribute('checked', props.checked);
    element.toggleAttribute('disabled', props.disabled);
    if (props.color) icon.style.setProperty('--mp-color', props.color);
    describeRole(element, { 'aria-checked': props.checked, 'aria-disabled': props.disabled || undefined });
  };
}

function choice(tag: 'checkbox' | 'radio', next: (checked: boolean) => boolean): Builtin {
  return builtin({
    tag,
    properties,
    setup(node) {
      const draw = mark(node);
      describeRole(node.element, { role: tag });
      const toggle = () => {
        if (node.props.disabled || next(node.props.checked) === node.props.checked) return;
        node.sync({ checked: next(node.props.checked) });
        closestBuiltin(node as unknown as BuiltinNode, `${tag}-group`)?.part.childChanged?.(
          node as unknown as BuiltinNode,
        );
      };
      node.listen('tap', toggle);
      return { activate: toggle, update: { 'checked, disabled, color': draw } };
    },
  });
}

/** The choices of a group, in the order of the page. */
function membersOf(group: BuiltinNode, tag: string): BuiltinNode[] {
  return [...group.element.querySelectorAll(`wx-${tag}`)]
    .map((element) => builtinOf(group.host.componentOf(element))?.node)
    .filter((member): member is BuiltinNode => member !== undefined);
}

function group(tag: 'checkbox' | 'radio', createPart: (node: BuiltinNode) => BuiltinPart): Builtin {
  return builtin({
    tag: `${tag}-group`,
    properties: { name: '' },
    setup: (node) => {
      describeRole(node.element, { role: tag === 'radio' ? 'radiogroup' : 'group' });
      return createPart(node as unknown as BuiltinNode);
    },
  });
}

const checkedValues = (node: BuiltinNode, tag: string) =>
  membersOf(node, tag)
    .filter((member) => member.props.checked)
    .map((member) => String(member.props.value));

const uncheck = (members: readonly BuiltinNode[]) => {
  for (const member of members) if (member.props.checked) member.sync({ checked: false });
};

const checkboxGroup = group('checkbox', (node) => ({
  field: { value: () => checkedValues(node, 'checkbox'), reset: () => uncheck(membersOf(node, 'checkbox')) },
  childChanged: () => node.emit('change', { value: checkedValues(node, 'checkbox') }),
}));

const radioGroup = group('radio', (node) => ({
  field: {
    value: () => checkedValues(node, 'radio')[0] ?? '',
    reset: () => uncheck(membersOf(node, 'radio')),
  },
  childChanged: (chosen) => {
    uncheck(membersOf(node, 'radio').filter((member) => member.component !== chosen.component));
    node.emit('change', { value: chosen.props.value });
  },
}));

const toggleSwitch = builtin({
  tag: 'switch',
  properties: { checked: false, disabled: false, type: 'switch', color: '#04BE02', name: '' },
  setup(node) {
    const { element, props } = node;
    const toggle = () => {
      if (props.disabled) return;
      node.sync({ checked: !props.checked });
      node.emit('change', { value: props.checked });
    };
    node.listen('tap', toggle);
    describeRole(element, { role: 'switch' });
    const thumb = document.createElement('i');
    element.append(thumb);
    return {
      activate: toggle,
      field: { value: () => props.checked, reset: () => node.sync({ checked: false }) },
      update: {
        'checked, disabled, color, type': () => {
          element.toggleAttribute('checked', props.checked);
          element.toggleAttribute('disabled', props.disabled);
          element.setAttribute('type', props.type);
          thumb.style.setProperty('--mp-color', props.color);
          describeRole(element, {
            'aria-checked': props.checked,
            'aria-disabled': props.disabled || undefined,
          });
        },
      },
    };
  },
});

export const choices: readonly Builtin[] = [
  choice('checkbox', (checked) => !checked),
  choice('radio', () => true),
  checkboxGroup,
  radioGroup,
  toggleSwitch,
];
