export const signIn = { email: 'priya.raman@example.org', password: 'a long sentence of her own' }
export const signInLink = {
  url: 'https://allot.example.org/sign-in#code=shown-this-once',
  code: 'shown-this-once-and-good-for-one-use',
  expires_at: '2027-02-22T10:01:00.000Z',
}
export const useSignInLink = { code: 'shown-this-once-and-good-for-one-use', password: 'a long sentence of her own' }
export const passwordChange = {
  current_password: 'a long sentence of her own',
  new_password: 'another one, longer still',
}
