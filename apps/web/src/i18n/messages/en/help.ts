import type { Shape } from '../../shape.ts'
import type ca from '../ca/help.ts'

export default {
  title: 'Help',
  intro: 'How to sign in, how your account is protected, and what to do when something fails.',
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
    'Under “Devices and sessions” you see the remembered devices and can forget them at any time. Turning verification off, or changing your password or e-mail, forgets them all.',
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
  recoveryCodes1: 'When you turn verification on we give you ten recovery codes. They are shown only then: copy, download or print them.',
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
    'Is there another admin of the company with verification on? They can reset yours on your page under “Contacts”: it takes minutes.',
  lostDeviceStep5:
    'None of these? On the code page choose “I lost my phone” and open a case: we check who you are with an officially certified request. It takes days. We never turn anything off by phone.',
  lostDevice2: 'Once you are in again with the codes of another phone, change the key: the lost phone then stops working.',
  lostDevice3:
    'To be prepared: keep your recovery codes away from the phone, add a second phone or print the sheet, and see to it that the company has at least two admins with verification.',

  certifiedTitle: 'The recovery case, step by step',
  certified1: 'When there is no other way, we check who you are with an officially certified paper:',
  certifiedStep1:
    'Sign in with e-mail and password, choose “I lost my phone” and open a case. We mail you an 8-digit code that opens its page. With the number of the case you can ask for another whenever you like.',
  certifiedStep2:
    'Print the form. It carries the number of the case, a QR code with the address of the page, and the fingerprint of the text, which would change if anybody touched a single letter.',
  certifiedStep3:
    'Sign it before a notary, or before whoever may officially certify your signature: they certify that it is you who signs that text. For a company, ask also for a register extract that says who represents it.',
  certifiedStep4: 'Scan all pages, upload them on the page of the case (PDF, JPEG or PNG) and press “Send the case”.',
  certifiedStep5:
    'Two people of the support desk check it, one after the other. If something is missing they ask for it, and you can add documents.',
  certifiedStep6:
    'When both have approved it we wait a little longer, usually one day, in case somebody objects. If another admin has confirmed that it is you, it is shorter.',
  certifiedStep7: 'We turn verification off, end all sessions and mail you a link to set a new password. It works once, for 24 hours.',
  certified2:
    'How long it takes: as long as you need for the signature, for which you have 30 days, up to two days for the checks, and the last wait.',
  certified3:
    'We write to you at each step. The support desk never sees or types your password, nor any key or QR code. The documents are kept encrypted, only those who check the case see them, and they are deleted some time later.',
  certified4:
    'For some days afterwards, usually three, the account stays marked: you cannot change the contacts of the company, and we accept nothing by phone.',
  certified5: 'If you find the phone meanwhile, press “I found my phone” on the page of the case, or sign in as always and stop it.',

  caseOpenedTitle: 'Somebody opened a case for me',
  caseOpened1:
    'If we tell you that you lost your phone and it is not true, somebody knows your password and is trying to get in without the codes. Do this:',
  caseOpenedStep1:
    'Stop the case: open the link in the mail and press “Stop the case”, or sign in as always and press it at the top of the page.',
  caseOpenedStep2: 'Change your password.',
  caseOpenedStep3: 'Look under “Activity” and “Devices and sessions” for anything that is not yours.',
  caseOpened2:
    'Opening a case changes nothing by itself: without a certified signature and two approvals it gets no further. The link works until the case ends, during the last wait too.',

  caseOfAnotherTitle: 'A colleague has lost the phone',
  caseOfAnother1:
    'When somebody of the company opens a case, we tell its contacts by mail. Admins also see it on the page “Verification” of the company.',
  caseOfAnotherStep1: 'Talk to the person, on a number that you already know. Do not answer the mail.',
  caseOfAnotherStep2:
    'If it is true, the quickest way is that an admin resets their verification on their page. An admin can also press “It is true: I confirm it”, with a code of their own: the last wait is then shorter.',
  caseOfAnotherStep3:
    'If it is not true, or you are not sure, stop the case: with the link in the mail any of the people we told can do it.',

  codesRefusedTitle: 'Why a code is refused',
  codesRefused1:
    'It has been used already. Each code works once: wait for the next one. The code that turned verification on counts as used too.',
  codesRefused2:
    'The clock of your phone is wrong. The page says by how many minutes it is ahead or behind: set it to automatic, in the date and time settings.',
  codesRefused3: 'It comes from an old entry in the app, from before you turned verification off and on again. Delete that entry.',
  codesRefused4: 'You have tried too many. Wait for as long as the page says; after ten you have to set a new password.',

  forgottenTitle: 'If you have forgotten your password',
  forgotten1: 'On the sign-in page, choose “Forgot your password?” and type your e-mail. We send you a link that works once, for one hour.',
  forgotten2:
    'The page says the same whether there is an account with that e-mail or not, so that nobody can find out who our customers are.',
  forgotten3:
    'The link only sets a new password. It does not sign you in and does not touch verification: if you have it on, we ask for the code afterwards, as always.',
  forgotten4:
    'The password needs 15 characters or more. The easiest way is a few words in a row that have nothing to do with each other. We tell you if it is too easy to guess, and why.',
  forgotten5:
    'If the mail does not come, look in the spam folder and check the address. If you asked for several in a row, wait a little: only the two newest links work.',

  limitsTitle: 'Too many attempts, and how to approve a browser',
  limits1:
    'We count attempts so that nobody can go on trying passwords or codes. A browser you have signed in with before has its own count: what others do cannot block it.',
  limits2:
    'If there are too many attempts from browsers we do not know, we stop them all and send you a link. Open it in the browser you want to sign in with and press “Approve this browser”: you can try the password there again. The link works for 24 hours.',
  limits3: 'Approving a browser signs nobody in. Do it only if it was you who wanted to sign in.',
  limits4:
    'For codes: after five wrong ones there is a wait, longer each time. After ten you have to set a new password, because whoever tried them knew the one you have. “Forgot your password?” sends you the link.',

  warningTitle: 'The warning mail and “This was not me”',
  warning1:
    'When somebody types your password correctly but does not enter the code, we send you a mail: when it was, where from and with which browser. The next time you sign in you also see it at the top of the page.',
  warning2:
    'If it was you, and you perhaps stopped half way, there is nothing to do. On the page, press “It was me” and the warning goes away.',
  warning3:
    'If it was not you, somebody knows your password. Open the link in the mail and press “This was not me”. The password stops working, all sessions end, remembered devices are forgotten, and we send you a link to set a new one.',
  warning4: 'Opening the link changes nothing: only the button does. The link works for seven days.',
  warning5: 'Until you answer, we ask for the code on remembered devices too. One correct code is answer enough for that.',
  warning6: 'If it happens many times we do not fill your mailbox: we send three a day at most, and each one tells all that has happened.',

  checkUpTitle: 'The check after two weeks',
  checkUp1:
    'Two weeks after you turn verification on we ask you, just once, to type a code. If you only sign in on remembered devices, you might not notice that your phone no longer makes them.',
  checkUp2:
    'If it does not work, there is still time: have your recovery codes at hand; show the QR code and scan it with another phone; or turn verification off with a recovery code and on again. If now is a bad moment, press “Not now” and we will not ask again.',

  changesTitle: 'Changing your password, e-mail or phone',
  changes1: 'You find it in your account, under “Password” and “My details”.',
  changes2:
    'We always ask for something only you know or have: a code from the app, or the password if verification is off. For the password, the current one too.',
  changes3:
    'The e-mail changes in two steps: we send an 8-digit code to the new address, and nothing changes until you type it on that same page. We tell both addresses.',
  changes4:
    'After each change your other sessions end. With the password and the e-mail, remembered devices are forgotten too. We always tell you by mail.',

  activityTitle: 'The activity page',
  activity1:
    '“Activity” lists all that has happened to your account: sign-ins, codes, devices and changes, by your own clock, with the browser and the place on the net.',
  activity2: 'You can choose a topic and some days. What is marked “Attention” is worth a second look.',
  activity3: 'If you see something you did not do, change your password and look under “Devices and sessions” for what is open.',

  mailsTitle: 'Which mails we send, and how to tell a false one',
  mails1:
    'We write when something important happens to your account: sign-ins from a new browser or left half way, changes of password, e-mail or phone, verification, keys, codes and devices.',
  mails2:
    'Most of them have no link. Only these have one: setting a new password, “This was not me”, approving a browser, accepting an invitation, and stopping a recovery case. No link of ours signs you in.',
  mails3: 'We will never ask you for your password or a code, by mail or by phone.',
  mails4:
    'If in doubt, do not click: type the address of the client area in your browser, as always, and look whether the warning is under “Activity” too. If it is not there, the mail is false.',

  contactsTitle: 'Contacts and roles',
  contacts1:
    'A contact is a person who can get into the account of the company. There are two kinds: those who use the services, and admins, who also manage the company.',
  contacts2: 'Admins add contacts with an invitation by mail. Its link works for 24 hours; if it expires, it can be sent again.',
  contacts3:
    'The main account stands for the company itself: it is always an active admin. It can be handed over to another admin, but never dropped.',
  contacts4: 'Changes of role need your confirmation, and all admins are told. They count from the next click on.',

  contactVerificationTitle: 'Turning verification on for a contact',
  contactVerification1: 'Under “Contacts”, click the switch of the person. Your own verification has to be on first. There are two ways:',
  contactVerification2:
    'At the next sign-in: the person turns it on alone, before anything else. Nobody else sees the key. Best when they are not with you.',
  contactVerification3:
    'Here and now: the person is with you and scans the QR code from your screen. As you see it too, it is kept on record and they are asked to renew the key.',
  contactVerification4:
    'To turn it off or reset it, click the ON switch. It takes a code of yours and a reason, which the person gets by mail. Make sure first that it is really them who asks.',

  companyRuleTitle: 'The company rule',
  companyRule1: 'Admins can make verification required for everyone from a date on. It is under “Contacts”, on the page “Verification”.',
  companyRule2:
    'Those without it are told when the rule is saved, and reminded 7 days and 1 day before. From that date on they have to turn it on at sign-in, before anything else.',
  companyRule3: 'Choose the date with time to spare: everybody needs to install the app, and SOAP programs need their API contact.',

  boardTitle: 'The page “Verification” of the company',
  board1: 'It says how many contacts have verification and how many do not, and how each would get in again after losing the phone.',
  board2:
    'With a recovery code, or with the help of another admin, it takes minutes. With neither it takes a certified request, and days. To avoid that: recovery codes in a safe place, and at least two admins with verification.',
  board3: 'The list can be downloaded as a CSV file for a spreadsheet.',

  leaversTitle: 'When somebody leaves the company',
  leavers1:
    'Open the page of the person and choose “Remove for good”. One act ends the sessions, forgets the devices, and makes the password, the key and the phone useless. It cannot be undone.',
  leavers2:
    "The report stays under “Leavers”. See whether the person made API contacts, which go on working, or saw somebody's key: those should be changed.",
  leavers3: 'If it is only for a while, “Deactivate” is better: they cannot sign in, but everything stays as it is.',

  programsTitle: 'API contacts and SOAP programs',
  programs1:
    "An old program that connects over SOAP cannot type codes. That is why the SOAP interface refuses people with verification on. An API contact is the program's own contact, with a long password that we generate.",
  programsStep1: 'Under “Contacts”, press “Make an API contact”. Your own verification and that of the main account have to be on.',
  programsStep2:
    'Copy the login, the password and the address of the WSDL into the settings of the program. The password is shown only once.',
  programsStep3: 'Make the program connect. On the screen you see its first call arrive.',
  programsStep4: 'Now verification can be turned ON for the person whom the program used.',
  programs2:
    'The password expires after a year; you are told 30, 7 and 1 days before. After a change the old one works for 24 hours more. You can also say from which addresses it may connect.',
  programs3: 'An API contact can never sign in to this site, be an admin, or reset its password by mail.',

  whatAdminsSeeTitle: 'What admins can see and do',
  whatAdminsSee1:
    'They see name, e-mail, phone, last sign-in, whether verification is on, and how many recovery codes, sessions and devices there are. They also see the security activity.',
  whatAdminsSee2:
    'They never see passwords or recovery codes. They see a key only when turning verification on with you “here and now”; that is kept on record, and you are asked to renew it.',
  whatAdminsSee3: 'They cannot sign in as you, nor change your e-mail or password. Whatever they do to your account, we tell you by mail.',

  requestsTitle: 'Authorised requests',
  requests1:
    'This is how to ask for a change of your services without calling: under “Requests”, write what you want and sign it with a code from the app, or with the password if verification is off.',
  requests2:
    'The text is frozen and signed by the server, with your name and the time. The support desk does exactly what it says: if anybody changed a single letter, the signature would no longer hold and they could do nothing with it.',
  requests3: 'The label says how we know that it was you who wanted it:',
  requestsPoint1: '“Signed with a code”: with a fresh code from your app. The strongest.',
  requestsPoint2: '“Verification off”: with the password alone, because you did not have verification on.',
  requestsPoint3: '“From a remembered device”: for messages and for withdrawing, which ask for no code.',
  requestsPoint4: '“Sent by a program”: over the SOAP interface, with the password of a program.',
  requests4:
    'Until it is done you can withdraw it, and write messages. A message does not change what you signed: to ask for something else, make a new one.',

  receiptsTitle: 'The receipt, and how to check it',
  receipts1: 'For each signed request you can download a receipt: a text file with what you asked for and the signature.',
  receipts2:
    'To check it, open the address that is on the receipt itself and paste the whole text, or choose the file. The page says whether it is genuine and what was signed. Anybody who has the receipt can do it, without signing in.',
  receipts3: 'If anybody has changed a single character, it is not genuine. If it is yours, download it again from its request.',
  receipts4: 'Those who know how can check it without us: the signature is Ed25519, and we publish the keys at /api/signing-keys.',

  phoneTitle: 'Calling the support desk',
  phone1:
    'With verification on we change nothing on a call, even if you call from your own number: a number can be faked, the code on your phone cannot.',
  phone2:
    'If you call us, the person who answers can write down what you want in your words. It appears in your client area at once: read it, sign it with a code, and it is an authorised request, while you are still talking.',
  phone3:
    'If it does not say exactly what you want, do not sign it: ask them to change it, or press “I will not sign this”. Without your signature nothing is done, and after half an hour it expires.',
  phone4:
    'The person who answers will never ask you for your password or a code: the code is typed on your own screen and told to nobody. Each time somebody of the desk looks up your number, it is noted under “Activity”.',
  phone5: 'With verification off, we accept your contact number. That is a good reason to turn it on.',
} as const satisfies Shape<typeof ca>
