/** The parts of echarts the board uses; the bundler leaves out everything else. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, SVGRenderer]);

/** One chart as an SVG text; needs neither a DOM nor a canvas. Sizes in px. */
export const renderSvg = (option: EChartsCoreOption, size: { width: number; height: number }): string => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    // An undisposed chart keeps its animation clock running.
    chart.dispose();
  }
};
