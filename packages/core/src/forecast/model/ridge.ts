/** Weighted least squares with a penalty on the coefficients, row by row, nothing kept but the sums. */
export class Ridge {
  readonly #penalty: number;
  readonly #squares: Float64Array[];
  readonly #products: Float64Array;

  constructor(width: number, penalty: number) {
    this.#penalty = penalty;
    this.#squares = Array.from({ length: width }, () => new Float64Array(width));
    this.#products = new Float64Array(width);
  }

  add(x: readonly number[], y: number, weight: number): void {
    for (const [row, squares] of this.#squares.entries()) {
      const weighted = weight * (x[row] as number);
      (this.#products[row] as number) += weighted * y;
      for (const [column, value] of x.entries()) (squares[column] as number) += weighted * value;
    }
  }

  /** Gauss and Jordan's elimination; the penalty keeps every pivot above zero. */
  solve(): number[] {
    const width = this.#products.length;
    const rows = this.#squares.map((squares, row) => {
      const line = [...squares, this.#products[row] as number];
      (line[row] as number) += this.#penalty;
      return line;
    });
    for (const [pivotRow, pivot] of rows.entries()) {
      const divisor = pivot[pivotRow] as number;
      for (let column = 0; column <= width; column++) (pivot[column] as number) /= divisor;
      for (const [row, line] of rows.entries()) {
        const factor = line[pivotRow] as number;
        if (row === pivotRow || factor === 0) continue;
        for (let column = 0; column <= width; column++) {
          (line[column] as number) -= factor * (pivot[column] as number);
        }
      }
    }
    return rows.map((line) => line[width] as number);
  }
}
