import type { Shape } from '../../shape.ts'
import type ca from '../ca/help.ts'

export default {
  title: 'Help',
  intro: 'How login verification works, step by step.',
  contents: 'On this page',

  whatTitle: 'What login verification is',
  what1:
    'It is a second lock. After the password we ask for a 6-digit code that the authenticator app on your phone shows. It changes every 30 seconds.',
  what2:
    'If somebody learns your password, that is not enough to get in: your phone is missing. That is why we advise you to turn verification on.',
  what3: 'It is also called two-factor authentication: something you know, the password, and something you have, the phone.',

  onTitle: 'How to turn it on',
  on1: 'All you need is your phone and five minutes.',
  onStep1: 'Install an authenticator app on your phone, if you do not have one yet.',
  onStep2: 'Sign in to Porta, open your account with your name, top right, and choose “Two-factor authentication”.',
  onStep3: 'Click the OFF switch. We tell you what will change and, if you signed in a while ago, ask for your password again.',
  onStep4: 'Scan the QR code with the app. If you are on that same phone, tap the button that opens the app, or copy the key into it.',
  onStep5: 'Type the 6-digit code the app shows and press “Turn on: ON”. Until then nothing changes.',
  onStep6: 'Keep a copy of the QR code, and your recovery codes.',
  on2: 'You can use Google Authenticator, Microsoft Authenticator, LastPass Authenticator or Authy, all for Android and iPhone, or any other TOTP app.',
  on3: 'The new key waits for 10 minutes. If you run late, just start again.',
  on4: 'When verification goes on, your other open sessions end.',

  rememberTitle: 'Remembering a device',
  remember1:
    'On the code page you can tick “Remember verification on this device for 30 days”. In that browser we then ask only for the password. For sensitive changes we still ask for a code.',
  remember2: 'Do not do it on a shared computer, or on any that is not yours.',
  remember3:
    'Under “Devices and sessions” you see the remembered devices and can forget them at any time. Turning verification off forgets them all.',
  remember4: 'If you delete the cookies of the browser, it will ask for the code again.',

  secondPhoneTitle: 'Adding a second phone',
  secondPhone1: 'Two phones with the same QR code show the same codes, so you do not depend on just one.',
  secondPhoneStep1: 'Under “Two-factor authentication”, press “Show the QR code”.',
  secondPhoneStep2: 'Type your password and a new code from the app.',
  secondPhoneStep3: 'Scan the QR code with the second phone. It stays on the screen for one minute.',
  secondPhone2: 'You can also scan it from the printed sheet.',
  secondPhone3: 'Each time the QR code is shown, downloaded or printed, we note it on that same page and send you a mail.',

  newKeyTitle: 'Changing the key',
  newKey1: 'There is only one way to a new QR code and key: turn verification OFF, then ON again.',
  newKey2: 'Do it if you have lost a phone or if somebody may have seen the QR code.',
  newKey3: 'Then delete the old entry from the app and throw the old copies away: they no longer work.',

  offTitle: 'How to turn it off',
  off1: 'Whenever you like: under “Two-factor authentication”, click the ON switch and type a code from the app or a recovery code.',
  off2: 'Turning it off forgets all remembered devices and ends your other sessions.',
  off3: 'If you turn it on again later, you get a new key and new recovery codes.',

  recoveryCodesTitle: 'Recovery codes',
  recoveryCodes1: 'When you turn verification on we give you ten recovery codes. They are shown only then: save or print them.',
  recoveryCodes2: 'Each one works once, in place of a code from the app: to sign in or to turn verification off.',
  recoveryCodes3:
    'Keep them away from your phone. Under “Two-factor authentication” you see how many are left and can make new ones. The old ones then stop working.',

  lostDeviceTitle: 'If you lose your phone',
  lostDevice1: 'Try these, in this order:',
  lostDeviceStep1: 'Do you have a recovery code? On the code page, choose “Use a recovery code”.',
  lostDeviceStep2:
    'Do you have a second phone with the same key? Use its codes. Do you have the printed sheet? Scan it with another phone: it will show the same codes.',
  lostDeviceStep3:
    'Do you have a remembered browser? There the password lets you in. But to turn verification off you still need a code from the app or a recovery code.',
  lostDeviceStep4:
    'None of these? Call or write to the support desk. They will check who you are with an officially certified request. They never turn anything off by phone.',
  lostDevice2: 'Once you are in again with the codes of another phone, change the key: the lost phone then stops working.',

  codesRefusedTitle: 'Why a code is refused',
  codesRefused1:
    'It has been used already. Each code works once: wait for the next one. The code that turned verification on counts as used too.',
  codesRefused2: 'The clock of your phone is wrong. Set it to automatic.',
  codesRefused3: 'It comes from an old entry in the app, from before you turned verification off and on again. Delete that entry.',
  codesRefused4: 'You have tried too many. Wait for as long as the page says.',

  phoneAndSoapTitle: 'Phone calls and SOAP programs',
  phoneAndSoap1:
    'With verification on we accept no orders by phone from your contact number: a number can be faked, the code on your phone cannot.',
  phoneAndSoap2:
    'The old SOAP interface refuses contacts that have verification on. If a program of yours uses it with your account, talk to the support desk before you turn verification on.',
} as const satisfies Shape<typeof ca>
