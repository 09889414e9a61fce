import Testing

@testable import Statistics

@Suite struct StatisticsTests {
    /// `together, node, collocate, total` and what NLTK 3.9's `BigramAssocMeasures` gives: likelihood_ratio, pmi, student_t,
    /// 14 + log2 of dice.
    private static let associations: [(Cooccurrence, g: Double, mi: Double, t: Double, logDice: Double)] = [
        (
            Cooccurrence(together: 8, node: 42, collocate: 31, total: 14_307_668), 170.04586330217825, 16.42377147809311,
            2.8283949513329856, 11.810175441119982
        ),
        (
            Cooccurrence(together: 110, node: 2552, collocate: 221, total: 31777), 270.721876936225, 2.631739849216604,
            8.795841659679926, 10.34412781248518
        ),
        (
            Cooccurrence(together: 20, node: 15828, collocate: 4675, total: 14_307_668), 24.505308973114456, 1.9512713065110496,
            3.3156940914039414, 4.9983806949503915
        ),
        (Cooccurrence(together: 1, node: 1, collocate: 1, total: 10), 6.501659467828966, 3.321928094887362, 0.9, 14),
        (
            Cooccurrence(together: 3, node: 10, collocate: 12, total: 60), 0.6916561024752521, 0.5849625007211561,
            0.5773502691896258, 12.125530882083858
        ),
    ]

    @Test(arguments: 0..<5) func associationAgreesWithNLTK(_ index: Int) {
        let (counts, g, mi, t, dice) = StatisticsTests.associations[index]
        #expect(isClose(counts.logLikelihood, g))
        #expect(isClose(counts.mutualInformation, mi))
        #expect(isClose(counts.tScore, t))
        #expect(isClose(logDice(together: counts.together, node: counts.node, collocate: counts.collocate), dice))
    }

    @Test func occurringTogetherLessThanByChanceIsNegative() {
        let counts = Cooccurrence(together: 1, node: 100, collocate: 100, total: 1000)
        #expect(counts.logLikelihood < 0)
        #expect(counts.mutualInformation < 0)
    }

    /// By hand: E₁ = 707·10÷1367, E₂ = 660·10÷1367; SciPy's power_divergence with lambda_="log-likelihood" gives the same.
    @Test func keynessOfTheSeedsPartyMembers() {
        let members = FrequencyComparison(count: 9, of: 707, against: 1, of: 660)
        #expect(isClose(members.logLikelihood, 6.822785610470771))
        #expect(abs(members.logRatio - 3.0707) < 0.0001)
        #expect(isClose(significance(ofLogLikelihood: members.logLikelihood), 0.00900020775369243))
    }

    @Test func keynessHasADirection() {
        let less = FrequencyComparison(count: 30, of: 300, against: 30, of: 100)
        #expect(isClose(less.logLikelihood, -17.26092434710685))
        #expect(isClose(less.logRatio, -1.584962500721156))
    }

    @Test func keynessOfWhatOneSideLacksIsFinite() {
        let missing = FrequencyComparison(count: 5, of: 50, against: 0, of: 50)
        #expect(isClose(missing.logLikelihood, 10 * 0.6931471805599453))
        #expect(isClose(missing.logRatio, 3.321928094887362))
        #expect(FrequencyComparison(count: 0, of: 5, against: 0, of: 7).logRatio == 0)
    }

    /// Five equal parts with 1, 2, 3, 4, 5: mean 3, population deviation √2, D = 1 − √2÷3÷2.
    @Test func juillandsDByHand() {
        let spread = Dispersion(counts: [1, 2, 3, 4, 5], sizes: [10, 10, 10, 10, 10])
        #expect(isClose(spread.juillandD ?? -1, 1 - 2.0.squareRoot() / 6))
        #expect(Dispersion(counts: [7, 0, 0], sizes: [5, 5, 5]).juillandD.map { abs($0) < 1e-12 } == true)
        #expect(Dispersion(counts: [2, 4], sizes: [5, 10]).juillandD == 1)
    }

    /// By hand: |0.1−0.25| + |0.2−0.25| + |0.3−0.25| + |0.4−0.25| = 0.4, halved.
    @Test func deviationOfProportionsByHand() {
        let spread = Dispersion(counts: [1, 2, 3, 4], sizes: [25, 25, 25, 25])
        #expect(isClose(spread.deviationOfProportions ?? -1, 0.2))
        #expect(isClose(spread.normalizedDeviationOfProportions ?? -1, 0.2 / 0.75))
        #expect(spread.range == 4)
        #expect(Dispersion(counts: [0, 0], sizes: [1, 1]).deviationOfProportions == nil)
    }

    private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(b)) }
}
