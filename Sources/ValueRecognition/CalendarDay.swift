import Documents

/// Days of the Gregorian calendar counted, for steps and weeks.
struct CalendarDay {
    /// Days since 1970-01-01.
    var number: Int

    /// The day, if the date has one.
    init?(_ date: PartialDate) {
        guard let month = date.month, let day = date.day else { return nil }
        // Years that begin in March end with the leap day (days_from_civil, after Howard Hinnant).
        let year = month > 2 ? date.year : date.year - 1
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    init(number: Int) { self.number = number }

    /// The date; nil outside the years 1…9999.
    var date: PartialDate? {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return PartialDate(year: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// 1 for Monday … 7 for Sunday.
    var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// Year and number of the ISO week.
    var week: (year: Int, week: Int)? {
        let thursday = CalendarDay(number: number - weekday + 4)
        guard let year = thursday.date?.year, let january = PartialDate(year: year, month: 1, day: 1).flatMap(CalendarDay.init)
        else { return nil }
        return (year, (thursday.number - january.number) / 7 + 1)
    }
}

extension PartialDate {
    /// The month `count` months later; nil without a month or outside the calendar.
    func month(after count: Int) -> PartialDate? {
        guard let month else { return nil }
        let index = year * 12 + month - 1 + count
        return index >= 12 ? PartialDate(year: index / 12, month: index % 12 + 1) : nil
    }

    /// The day `count` days later; nil without a day or outside the calendar.
    func day(after count: Int) -> PartialDate? { CalendarDay(self).flatMap { CalendarDay(number: $0.number + count).date } }
}
