/** Built by tools/build/charts.ts from echarts. @param size px @returns the chart as SVG text */
export const renderSvg: (option: object, size: { width: number; height: number }) => string;
