import type { HelpQuestion } from '../../domain/rules/questions';
import { basisOf } from '../sources';
import { ASK_COLLEGE, ASK_SECRETARY_FIRST, LOGIN_HELP } from './links';

/** The account on 智慧团建: who cannot get in, or finds wrong data there. */
export const ACCOUNT: readonly HelpQuestion[] = [
  {
    id: 'id-taken',
    question: '智慧团建提示“身份证已注册”，怎么办？',
    typed: ['身份证已注册', '已被注册', '已经存在', '重复注册', '账号被占用', '录不进去', '两个账号'],
    answer: [
      '不用再注册。你的团员信息已经在系统里，只是放在另一个团支部，比如以前的学校。',
      '用身份证号码登录原来的账号，从那个团支部发起转接。忘了密码，就请那个团支部的团支书给验证码。',
      '找不到那个团支部，或者登录进去不是你，请学院团委老师逐级报上去查。',
    ],
    askWhom: ASK_COLLEGE,
    copy: '老师您好，我是{name}。智慧团建提示我的身份证已经注册，我的团员信息可能在以前的团支部。麻烦您帮我查一下在哪里，谢谢！',
    link: LOGIN_HELP,
    basis: basisOf('XTIT25'),
  },
  {
    id: 'wrong-data',
    question: '系统里我的姓名或身份证号码是错的，怎么改？',
    typed: ['姓名错了', '名字不对', '身份证号错', '号码不对', '信息有误', '改名', '改信息', '录错'],
    answer: [
      '自己改不了。告诉学院团委老师，由学院逐级报到省级团委去改。',
      '改好以前先别发起转接，对方会认不出你。',
      '身份证号码当面给老师看就行，不要发在群里，也不用写在这里。',
    ],
    askWhom: ASK_COLLEGE,
    copy: '老师您好，我是{name}。我在智慧团建上的个人信息有错，需要更正后才能转团组织关系。请问我什么时候可以当面找您核对？谢谢！',
    link: null,
    basis: basisOf('XTIT25'),
  },
  {
    id: 'secretary-password',
    question: '我是团支书，自己的密码忘了，找谁？',
    typed: ['团支书忘记密码', '我是团支书', '支书密码', '管理员密码', '团支部账号', '后台进不去'],
    answer: [
      '找学院团委。同学的验证码由团支书给，团支书自己的由学院给。',
      '拿到验证码当天就用，设好新密码，再去看同学们的求助。',
    ],
    askWhom: ASK_COLLEGE,
    copy: '老师您好，我是团支书{name}。我登录智慧团建的密码忘了，班里同学的验证码也看不到。麻烦您给我一个重置密码验证码，谢谢！',
    link: LOGIN_HELP,
    basis: basisOf('XTIT25'),
  },
  {
    id: 'forgotten-password',
    question: '智慧团建的密码忘了，怎么找回？',
    typed: [
      '忘记密码',
      '密码不对',
      '密码错误',
      '登录不了',
      '登不上',
      '重置密码',
      '短信验证码',
      '人脸',
      '找回密码',
    ],
    answer: [
      '请团支书给你一个重置密码验证码。他在团员列表里点你名字旁的钥匙图标，就能看到。',
      '各地的通知只写了这一个办法，没有提短信找回、刷脸。验证码有时限，拿到当天就用。',
    ],
    askWhom: ASK_SECRETARY_FIRST,
    copy: null,
    link: LOGIN_HELP,
    basis: basisOf('XTIT25'),
  },
  {
    id: 'not-marked',
    question: '系统里没有标毕业年份，发起不了，怎么办？',
    typed: ['毕业年份', '毕业标注', '没标注', '没有毕业年份', '不是毕业生团支部', '发起不了', '不能发起'],
    answer: [
      '告诉学院团委老师。毕业年份由学院团委的管理员标，团支部自己标不了；标好以后，团支部的类别会跟着变。',
      '班里不是人人今年毕业的，要一个一个标，记得提醒老师你是今年毕业。',
    ],
    askWhom: ASK_COLLEGE,
    copy: '老师您好，我是{name}，今年毕业。我在智慧团建上发起不了转接，可能是团支部还没标毕业年份，麻烦您标一下，谢谢！',
    link: null,
    basis: basisOf('OP23', 'ZJU20'),
  },
  {
    id: 'no-computer',
    question: '没有电脑，用手机能办吗？',
    typed: [
      '没有电脑',
      '手机办',
      '手机能不能',
      '小程序',
      '云平台',
      '网页打不开',
      '没有手机',
      '扫一扫',
      '登录网址',
    ],
    answer: [
      '能。微信里搜“团中央智慧团建云平台”，这是团中央自己的小程序，账号和密码跟电脑上一样。',
      '进去后依次点：业务办理、组织关系转接、办理转出。第一次用会让你设一个手势密码。在电脑上登录，也可以用它的“扫一扫”。',
      '手机也不方便，就借一台电脑登录 zhtj.youth.cn/zhtj，或者请团支书、学院老师帮忙发起。密码不要告诉别人。',
    ],
    askWhom: ASK_SECRETARY_FIRST,
    copy: null,
    link: LOGIN_HELP,
    basis: basisOf('XTIT25', 'SICAU24'),
  },
];
