import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import program from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** The decoder is a file of this server like any other: nothing is asked of anybody else, with or without a network. */
prepareZXingModule({ overrides: { locateFile: () => program } })

/** The texts of the QR codes in a picture. */
export async function decode(picture: ImageData): Promise<string[]> {
  const codes = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: false, maxNumberOfSymbols: 1 })
  return codes.filter(({ isValid }) => isValid).map(({ text }) => text)
}
