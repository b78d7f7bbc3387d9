/** `<form>`: gathers its fields by name on submit and empties them on reset. */
import type { Element } from '../host';
import { builtin, builtinOf, type Builtin } from './define';
import type { BuiltinNode } from './node';

interface FormActions {
  submit(target?: Element): void;
  reset(): void;
}

const forms = new WeakMap<object, FormActions>();

/** The form a button with a `form-type` belongs to. */
export function closestForm(node: BuiltinNode): FormActions | undefined {
  const found = node.element.parentElement?.closest('wx-form');
  const component = found && node.host.componentOf(found);
  return component ? forms.get(component) : undefined;
}

interface TreeNode {
  childNodes?: readonly TreeNode[];
  asGeneralComponent?(): Element | null;
}

interface FoundField {
  name: string;
  value(): unknown;
  reset(): void;
}

function fieldOf(component: Element, node: BuiltinNode): FoundField | undefined {
  const data = component.data as Record<string, unknown>;
  if (typeof data.name !== 'string' || data.name === '') return undefined;
  const name = data.name;
  const field = builtinOf(component)?.part.field;
  if (field) return { name, value: () => field.value(), reset: () => field.reset() };
  if (!node.host.isFormField(component)) return undefined;
  const value = () => (component.data as Record<string, unknown>).value;
  return { name, value, reset: () => undefined };
}

/** WeChat looks into the form's own template only: the inside of a component counts through `wx://form-field`. */
function fieldsOf(node: BuiltinNode): FoundField[] {
  const found: FoundField[] = [];
  const visit = (parent: TreeNode) => {
    for (const child of parent.childNodes ?? []) {
      const component = child.asGeneralComponent?.();
      const field = component ? fieldOf(component, node) : undefined;
      if (field) found.push(field);
      visit(child);
    }
  };
  visit(node.component as unknown as TreeNode);
  return found;
}

export const form: Builtin = builtin({
  tag: 'form',
  properties: { reportSubmit: false, reportSubmitTimeout: 0 },
  setup(untyped) {
    const node = untyped as unknown as BuiltinNode;
    forms.set(node.component, {
      submit: (target) => {
        const value = Object.fromEntries(fieldsOf(node).map((field) => [field.name, field.value()]));
        node.emit('submit', { value, target: { id: target?.id ?? '', dataset: target?.dataset ?? {} } });
      },
      reset: () => {
        for (const field of fieldsOf(node)) field.reset();
        node.emit('reset', { target: {} });
      },
    });
  },
});
