/** `<image>` and `<cover-image>`: a native picture cut by `mode`. */
import { filesOf } from '../wx/file-store';
import { describeRole } from './aria';
import { builtin, type Builtin } from './define';

const image = (tag: string): Builtin =>
  builtin({
    tag,
    properties: {
      src: '',
      mode: 'scaleToFill',
      lazyLoad: false,
      webp: false,
      showMenuByLongpress: false,
      fadeIn: false,
      forceHttps: false,
      ariaLabel: null as unknown,
    },
    setup(node) {
      const { element, props } = node;
      const picture = document.createElement('img');
      picture.draggable = false;
      // The host carries the label; an empty alt keeps the inner picture out of the reading order.
      picture.alt = '';
      element.append(picture);
      picture.addEventListener('load', () => {
        element.removeAttribute('broken');
        // A drawing without a size of its own reports none; WeChat then gives the size it drew.
        const size = picture.getBoundingClientRect();
        node.emit('load', {
          width: picture.naturalWidth || size.width,
          height: picture.naturalHeight || size.height,
        });
      });
      picture.addEventListener('error', () => {
        if (!picture.hasAttribute('src')) return;
        element.setAttribute('broken', '');
        node.emit('error', { errMsg: `GET ${props.src} failed` });
      });
      return {
        update: {
          // A picture without words is decoration.
          ariaLabel: () => describeRole(element, { role: props.ariaLabel ? 'img' : undefined }),
          lazyLoad: () => {
            picture.loading = props.lazyLoad ? 'lazy' : 'eager';
          },
          src: () => {
            const source = filesOf(node.host).urlOf(props.src);
            if (!source) picture.removeAttribute('src');
            else if (picture.getAttribute('src') !== source) picture.setAttribute('src', source);
          },
          mode: () => element.setAttribute('mode', props.mode),
        },
      };
    },
  });

export const images: readonly Builtin[] = [image('image'), image('cover-image')];
