import { isQuestion } from '../../miniprogram/domain/rules/flow';
import type { Flow, FlowNode } from '../../miniprogram/domain/rules/flow';
import { routeOf, wayOf } from '../../miniprogram/domain/rules/rulebook';
import type { Rulebook } from '../../miniprogram/domain/rules/rulebook';

/** Mermaid takes letters, digits and underscores as ids. */
const idOf = (id: string): string => `n_${id.replace(/[^A-Za-z0-9]/g, '_')}`;
const quote = (text: string): string => `"${text.replace(/"/g, '#quot;')}"`;

const nodeLine = (rulebook: Rulebook, node: FlowNode): string => {
  if (isQuestion(node)) return `  ${idOf(node.id)}{{${quote(node.question)}}}`;
  const { result } = node;
  if (result.kind === 'advice') return `  ${idOf(node.id)}[${quote(result.title)}]:::advice`;
  const way = wayOf(rulebook, result.wayId)?.label ?? result.wayId;
  const route = routeOf(rulebook, result.wayId, result.routeId)?.label ?? result.routeId;
  return `  ${idOf(node.id)}([${quote(`${way}：${route}`)}]):::way`;
};

/** The same graph as text, for documents and merge requests that draw Mermaid. */
export const flowMermaid = (rulebook: Rulebook, flow: Flow): string =>
  [
    'flowchart LR',
    '  classDef way fill:#e7f4ec,stroke:#23804e',
    '  classDef advice fill:#fff4de,stroke:#d98a00',
    ...flow.nodes.map((node) => nodeLine(rulebook, node)),
    ...flow.nodes
      .filter(isQuestion)
      .flatMap(({ id, options }) =>
        options.map(({ label, next }) => `  ${idOf(id)} -->|${quote(label)}| ${idOf(next)}`),
      ),
    '',
  ].join('\n');
