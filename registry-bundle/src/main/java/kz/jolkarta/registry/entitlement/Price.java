package kz.jolkarta.registry.entitlement;

/**
 * What an award costs, a month of it where it is paid monthly.
 *
 * @param tiyn 0 where it is given in the index
 * @param hundredths of the monthly calculation index; 0 where it is given in tenge
 */
record Price(long tiyn, int hundredths) {
    boolean indexed() {
        return hundredths > 0;
    }

    /** @param index tiyn of the day it is paid for; half a tiyn is rounded up, as payments are */
    long on(long index) {
        return indexed() ? (index * hundredths + 50) / 100 : tiyn;
    }

    /**
     * What it comes to within a year.
     *
     * @param months bits of the months it is paid for, January lowest; of no meaning for what is not monthly
     * @param index tiyn by month
     */
    long within(boolean monthly, int months, long[] index) {
        if (!monthly) {
            return on(0);
        }
        long sum = 0;
        for (int month = 0; month < index.length; month++) {
            if ((months >> month & 1) == 1) {
                sum += on(index[month]);
            }
        }
        return sum;
    }
}
