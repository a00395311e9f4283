import type help from '../../i18n/messages/ca/help.ts'

type Sentence = keyof typeof help

/** A paragraph, steps to follow in their order, or points in any order. */
export type Block = Sentence | { steps: readonly Sentence[] } | { points: readonly Sentence[] }

/** The sections in reading order; the ids are the anchors that other screens link to. */
export const sections: readonly { id: string; title: Sentence; blocks: readonly Block[] }[] = [
  { id: 'what', title: 'whatTitle', blocks: ['what1', 'what2', 'what3'] },
  {
    id: 'on',
    title: 'onTitle',
    blocks: ['on1', { steps: ['onStep1', 'onStep2', 'onStep3', 'onStep4', 'onStep5', 'onStep6'] }, 'on2', 'on3', 'on4'],
  },
  { id: 'remember', title: 'rememberTitle', blocks: ['remember1', 'remember2', 'remember3', 'remember4'] },
  {
    id: 'second-phone',
    title: 'secondPhoneTitle',
    blocks: ['secondPhone1', { steps: ['secondPhoneStep1', 'secondPhoneStep2', 'secondPhoneStep3'] }, 'secondPhone2', 'secondPhone3'],
  },
  { id: 'new-key', title: 'newKeyTitle', blocks: ['newKey1', 'newKey2', 'newKey3'] },
  { id: 'off', title: 'offTitle', blocks: ['off1', 'off2', 'off3'] },
  { id: 'recovery-codes', title: 'recoveryCodesTitle', blocks: ['recoveryCodes1', 'recoveryCodes2', 'recoveryCodes3'] },
  {
    id: 'lost-device',
    title: 'lostDeviceTitle',
    blocks: [
      'lostDevice1',
      { steps: ['lostDeviceStep1', 'lostDeviceStep2', 'lostDeviceStep3', 'lostDeviceStep4', 'lostDeviceStep5'] },
      'lostDevice2',
      'lostDevice3',
    ],
  },
  {
    id: 'certified-form',
    title: 'certifiedTitle',
    blocks: [
      'certified1',
      {
        steps: [
          'certifiedStep1',
          'certifiedStep2',
          'certifiedStep3',
          'certifiedStep4',
          'certifiedStep5',
          'certifiedStep6',
          'certifiedStep7',
        ],
      },
      'certified2',
      'certified3',
      'certified4',
      'certified5',
    ],
  },
  {
    id: 'case-opened',
    title: 'caseOpenedTitle',
    blocks: ['caseOpened1', { steps: ['caseOpenedStep1', 'caseOpenedStep2', 'caseOpenedStep3'] }, 'caseOpened2'],
  },
  {
    id: 'case-of-another',
    title: 'caseOfAnotherTitle',
    blocks: ['caseOfAnother1', { steps: ['caseOfAnotherStep1', 'caseOfAnotherStep2', 'caseOfAnotherStep3'] }],
  },
  {
    id: 'codes-refused',
    title: 'codesRefusedTitle',
    blocks: [{ points: ['codesRefused1', 'codesRefused2', 'codesRefused3', 'codesRefused4'] }],
  },
  {
    id: 'forgotten-password',
    title: 'forgottenTitle',
    blocks: ['forgotten1', 'forgotten2', 'forgotten3', 'forgotten4', 'forgotten5'],
  },
  { id: 'limits', title: 'limitsTitle', blocks: ['limits1', 'limits2', 'limits3', 'limits4'] },
  {
    id: 'warning-mail',
    title: 'warningTitle',
    blocks: ['warning1', 'warning2', 'warning3', 'warning4', 'warning5', 'warning6'],
  },
  { id: 'check-up', title: 'checkUpTitle', blocks: ['checkUp1', 'checkUp2'] },
  { id: 'changes', title: 'changesTitle', blocks: ['changes1', 'changes2', 'changes3', 'changes4'] },
  { id: 'activity', title: 'activityTitle', blocks: ['activity1', 'activity2', 'activity3'] },
  { id: 'mails', title: 'mailsTitle', blocks: ['mails1', 'mails2', 'mails3', 'mails4'] },
  { id: 'contacts', title: 'contactsTitle', blocks: ['contacts1', 'contacts2', 'contacts3', 'contacts4'] },
  {
    id: 'contact-verification',
    title: 'contactVerificationTitle',
    blocks: ['contactVerification1', { points: ['contactVerification2', 'contactVerification3'] }, 'contactVerification4'],
  },
  { id: 'company-rule', title: 'companyRuleTitle', blocks: ['companyRule1', 'companyRule2', 'companyRule3'] },
  { id: 'board', title: 'boardTitle', blocks: ['board1', 'board2', 'board3'] },
  { id: 'leavers', title: 'leaversTitle', blocks: ['leavers1', 'leavers2', 'leavers3'] },
  { id: 'what-admins-see', title: 'whatAdminsSeeTitle', blocks: ['whatAdminsSee1', 'whatAdminsSee2', 'whatAdminsSee3'] },
  {
    id: 'programs',
    title: 'programsTitle',
    blocks: ['programs1', { steps: ['programsStep1', 'programsStep2', 'programsStep3', 'programsStep4'] }, 'programs2', 'programs3'],
  },
  {
    id: 'requests',
    title: 'requestsTitle',
    blocks: [
      'requests1',
      'requests2',
      'requests3',
      { points: ['requestsPoint1', 'requestsPoint2', 'requestsPoint3', 'requestsPoint4'] },
      'requests4',
    ],
  },
  { id: 'receipts', title: 'receiptsTitle', blocks: ['receipts1', 'receipts2', 'receipts3', 'receipts4'] },
  { id: 'phone', title: 'phoneTitle', blocks: ['phone1', 'phone2', 'phone3', 'phone4', 'phone5'] },
]
