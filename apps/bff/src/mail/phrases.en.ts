// Sentences that several letters share, in English.
export const open = 'Open the client area by typing its address in your browser, as you always do.'
export const endOthers = 'In your account, under “Devices and sessions”, end the other sessions.'
export const newKey = 'Under “Two-factor authentication”, turn verification OFF and then ON again: that gives you a new key.'
export const desk = 'Call or write to the support desk and tell them: somebody may know your password.'
export const nothingToDo = 'If this was you, there is nothing to do.'
export const newPassword = 'In your account, change your password.'
export const forgot = 'On the sign-in page, choose “Forgot your password?” and set a new one.'
export const clock = 'If this was you, check that your phone sets its clock automatically: if the clock is wrong, the codes do not work.'
