import { isQuestion, type Flow, type FlowNode } from '../../../domain/rules/flow';
import { wayNode } from '../../flow-parts';
import { wayPicker as nationalPicker } from '../../national-2022/flows/way-picker';
import { WAYS } from '../ways';

/** The branch's account moves whoever joins the army, so nobody is asked who starts it. */
const withoutArmyQuestion = (node: FlowNode): readonly FlowNode[] => {
  if (node.id === 'army') return [];
  if (!isQuestion(node)) return [node];
  const options = node.options.map((option) =>
    option.next === 'army' ? { ...option, next: wayNode('army') } : option,
  );
  return [{ ...node, options }];
};

export const wayPicker = (ageLimit: number): Flow => {
  const national = nationalPicker(WAYS, ageLimit);
  return { ...national, nodes: national.nodes.flatMap(withoutArmyQuestion) };
};
