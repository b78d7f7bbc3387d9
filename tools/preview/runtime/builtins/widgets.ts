/** `<icon>`, `<progress>` and `<slider>`. */
import { describeRole } from './aria';
import { builtin, type Builtin } from './define';
import { ICON_PATHS } from './icon-paths';

const icon = builtin({
  tag: 'icon',
  properties: { type: '', size: null as unknown, color: '', ariaLabel: null as unknown },
  setup(node) {
    const { element, props } = node;
    const drawing = document.createElement('i');
    element.append(drawing);
    return {
      update: {
        ariaLabel: () => describeRole(element, { role: props.ariaLabel ? 'img' : undefined }),
        'type, size, color': () => {
          const known = ICON_PATHS[props.type];
          if (props.type && !known) console.error(`<icon type="${props.type}"> does not exist`);
          const size =
            typeof props.size === 'string' && /[a-z]$/.test(props.size)
              ? props.size
              : `${Number(props.size ?? 23)}px`;
          const mask = known ? `url("data:image/svg+xml,${encodeURIComponent(known.svg)}")` : 'none';
          drawing.style.cssText =
            `width:${size};height:${size};background:${props.color || known?.color || '#000'};` +
            `-webkit-mask:${mask} center/contain no-repeat;mask:${mask} center/contain no-repeat`;
        },
      },
    };
  },
});

const progress = builtin({
  tag: 'progress',
  properties: {
    percent: 0,
    showInfo: false,
    borderRadius: null as unknown,
    fontSize: null as unknown,
    strokeWidth: null as unknown,
    color: '',
    activeColor: '#09BB07',
    backgroundColor: '#EBEBEB',
    active: false,
    activeMode: 'backwards',
    duration: 30,
  },
  setup(node) {
    const { element, props } = node;
    const [track, bar, info] = ['div', 'div', 'span'].map((tag) => document.createElement(tag)) as [
      HTMLElement,
      HTMLElement,
      HTMLElement,
    ];
    track.append(bar);
    track.className = 'mp-progress';
    element.append(track);
    describeRole(element, { role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': 100 });
    return {
      update: {
        'percent, showInfo, borderRadius, fontSize, strokeWidth, color, activeColor, backgroundColor, active, duration':
          () => {
            const percent = Math.max(0, Math.min(100, props.percent));
            const radius = `${parseFloat(String(props.borderRadius ?? 0))}px`;
            track.style.cssText = `height:${parseFloat(String(props.strokeWidth ?? 6))}px;background:${props.backgroundColor};border-radius:${radius}`;
            bar.style.cssText =
              `width:${percent}%;background:${props.color || props.activeColor};border-radius:${radius};` +
              (props.active ? `transition:width ${props.duration * percent}ms linear` : '');
            info.textContent = `${percent}%`;
            info.style.fontSize = `${parseFloat(String(props.fontSize ?? 16))}px`;
            if (props.showInfo) element.append(info);
            else info.remove();
            describeRole(element, { 'aria-valuenow': percent });
          },
      },
    };
  },
});

const slider = builtin({
  tag: 'slider',
  properties: {
    value: 0,
    min: 0,
    max: 100,
    step: 1,
    disabled: false,
    showValue: false,
    name: '',
    color: '',
    selectedColor: '',
    activeColor: '#1aad19',
    backgroundColor: '#e9e9e9',
    blockSize: 28,
    blockColor: '#ffffff',
  },
  setup(node) {
    const { element, props } = node;
    const range = document.createElement('input');
    range.type = 'range';
    const shown = document.createElement('span');
    element.append(range);
    const draw = () => {
      // The limits first: the native range clamps its value to them.
      Object.assign(range, {
        min: `${props.min}`,
        max: `${props.max}`,
        step: `${props.step}`,
        disabled: props.disabled,
      });
      range.value = `${props.value}`;
      const part = (100 * (range.valueAsNumber - props.min)) / (props.max - props.min || 1);
      const looks = {
        '--mp-active': props.selectedColor || props.activeColor,
        '--mp-track': props.color || props.backgroundColor,
        '--mp-part': `${part}%`,
        '--mp-block': `${props.blockSize}px`,
        '--mp-knob': props.blockColor,
      };
      for (const [name, value] of Object.entries(looks)) range.style.setProperty(name, value);
      shown.textContent = range.value;
      if (props.showValue) element.append(shown);
      else shown.remove();
    };
    const tell = (name: string) => (event: Event) => {
      event.stopPropagation();
      node.sync({ value: range.valueAsNumber });
      node.emit(name, { value: range.valueAsNumber });
    };
    range.addEventListener('input', tell('changing'));
    range.addEventListener('change', tell('change'));
    return {
      ariaTarget: range,
      field: { value: () => range.valueAsNumber, reset: () => node.sync({ value: props.min }) },
      update: {
        'value, min, max, step, disabled, showValue, color, selectedColor, activeColor, backgroundColor, blockSize, blockColor':
          draw,
      },
    };
  },
});

export const widgets: readonly Builtin[] = [icon, progress, slider];
