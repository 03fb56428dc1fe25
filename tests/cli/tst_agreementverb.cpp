// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"

#include <QFile>

#include <cmath>

using namespace plumbline;

/// Agreement on labels, pairs and spans from the command line.
class TestAgreementVerb : public QObject
{
    Q_OBJECT

    test::CliRunner m_cli;

    QString file(const char *name, const QByteArray &text)
    {
        QFile out(m_cli.path(QString::fromLatin1(name)));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
        return out.fileName();
    }
    [[nodiscard]] test::CliRunner::Outcome agreement(const QString &labels, const char *options) const
    {
        return m_cli.run(QStringList{QStringLiteral("agreement"), QStringLiteral("--json"), QStringLiteral("--labels"), labels}
                         + QString::fromLatin1(options).split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }
    static bool isNear(const Json &value, double expected, double tolerance)
    {
        return value.is_number() && std::abs(value.get<double>() - expected) <= tolerance;
    }

private slots:
    void statistics()
    {
        QByteArray text = "task,annotator,label\n";
        constexpr int sas[3][3] = {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}};
        int task = 0;
        for (int i = 0; i < 3; ++i)
            for (int j = 0; j < 3; ++j)
                for (int k = 0; k < sas[i][j]; ++k, ++task)
                    text += QByteArray::number(task) + ",a," + QByteArray::number(i) + '\n' + QByteArray::number(task) + ",b,"
                            + QByteArray::number(j) + '\n';
        const QString labels = file("labels.csv", text);
        const Json kappa = agreement(labels, "--metric cohen-kappa").json();
        QVERIFY(isNear(kappa["value"], .4842, 5e-5));
        QVERIFY(isNear(kappa["standard_error"], .1380, 5e-5));
        QVERIFY(isNear(kappa["asymptotic_interval"][0], .2137, 5e-5));
        QVERIFY(isNear(kappa["chance_error"], .1484, 5e-5));
        QVERIFY(isNear(kappa["z"], 3.2626, 5e-5));
        QVERIFY(kappa["p"].get<double>() < .01 && kappa["kappa_max"].get<double>() > .4842);
        QCOMPARE(kappa["categories_from"].get<std::string>(), std::string("data"));
        const Json declared = agreement(labels, "--metric bennett-s --order 0,1,2,3 --resamples 0").json();
        QVERIFY(isNear(declared["value"], (13.0 / 19 - .25) / .75, 1e-12));
        QCOMPARE(declared["categories_from"].get<std::string>(), std::string("declared"));
        QVERIFY(declared["interval"].is_null());
        const Json fleiss = agreement(labels, "--metric fleiss-kappa").json();
        QCOMPARE(fleiss["by_category"].size(), std::size_t(3));
        QVERIFY(agreement(labels, "--metric kendall-w").json()["chi2"]["p"].is_number());
        QVERIFY(isNear(agreement(labels, "--metric icc --icc 3,k").json()["value"],
                       agreement(labels, "--metric icc --icc 3,1").json()["value"].get<double>() * 2
                           / (1 + agreement(labels, "--metric icc --icc 3,1").json()["value"].get<double>()),
                       1e-9));
        QCOMPARE(agreement(labels, "--metric icc --icc 5,1").code, 2);
        const QString distances = file("distances.csv", "a,b,distance\n0,1,.5\n1,2,.5\n");
        const QByteArray given = "--metric weighted-kappa --distances " + distances.toUtf8();
        QVERIFY(isNear(agreement(labels, given.constData()).json()["value"],
                       agreement(labels, "--metric weighted-kappa --weights linear").json()["value"].get<double>(), 1e-12));
    }

    void pairs()
    {
        QByteArray text = "task,annotator,first,second,label\n";
        int task = 0;
        const auto add = [&](const char *first, const char *second, const char *label, int times) {
            for (int i = 0; i < times; ++i)
                text += QByteArray::number(task++) + ",ann," + first + ',' + second + ',' + label + '\n';
        };
        add("x", "y", "first", 20);
        add("x", "y", "second", 10);
        add("y", "x", "first", 15);
        add("y", "x", "second", 12);
        const QString labels = file("pairs.csv", text);
        const test::CliRunner::Outcome plain = agreement(labels, "--metric bradley-terry --reference y");
        QCOMPARE(plain.code, 0);
        QVERIFY(isNear(plain.json()["abilities"][0]["value"], std::log(32.0 / 25), 1e-8));
        QVERIFY(plain.json()["order_effect"].is_null() && plain.json()["tie"].is_null());
        QVERIFY(isNear(plain.json()["position_bias"]["share"], 35.0 / 57, 1e-12));
        const Json placed = agreement(labels, "--metric bradley-terry --order-effect").json();
        QVERIFY(isNear(placed["order_effect"]["value"], (std::log(2.0) + std::log(1.25)) / 2, 1e-8));
        QVERIFY(placed["preference_agreement"]["nominal"]["undefined"].is_string());  // one annotator

        const QString oneSided =
            file("onesided.csv", "task,annotator,first,second,label,strength\n1,a,x,y,first,-3\n1,b,y,x,second,2\n"
                                 "2,a,x,y,first,-1\n2,b,x,y,tie,\n3,c,z,z,tie,0\n2,c,x,z,first,-2\n");
        const test::CliRunner::Outcome none = agreement(oneSided, "--metric bradley-terry");
        QCOMPARE(none.code, 3);  // z with itself
        QVERIFY(none.json()["undefined"].is_string());
        QVERIFY(none.json()["undefined"].get<std::string>().find('z') != std::string::npos);
        QCOMPARE(none.json()["issues"][0]["place"].get<std::string>(), std::string("line 6"));
        QCOMPARE(agreement(oneSided, "--metric bradley-terry --prior 2").json()["abilities"].size(), std::size_t(3));
        const Json alpha = agreement(oneSided, "--metric preference-alpha").json();
        // x x | x tie: one pair of four ordered ones differs either way, three of four values are x.
        QVERIFY(isNear(alpha["value"], 1 - (2.0 / 4) / (6.0 / 12), 1e-12));
        QVERIFY(agreement(oneSided, "--metric preference-alpha --level ordinal").json()["value"].is_number());
        const test::CliRunner::Outcome words = m_cli.run({QStringLiteral("agreement"), QStringLiteral("--labels"), labels,
                                                          QStringLiteral("--metric"), QStringLiteral("bradley-terry")});
        QVERIFY(words.out.contains("won 32, lost 25, tied 0"));
        QCOMPARE(agreement(file("empty.csv", ""), "--metric bradley-terry").code, 1);
    }

    void spans()
    {
        const QString labels = file("spans.csv", "task,annotator,start,end,label\n"
                                                 "t,i,225,295,c\nt,i,370,400,c\nt,i,180,240,k\nt,i,300,350,k\n"
                                                 "t,j,220,300,c\nt,j,355,375,c\nt,j,400,420,c\nt,j,180,240,k\nt,j,300,350,k\n");
        const Json alpha = agreement(labels, "--metric unitizing-alpha --continuum 150,450").json();
        QVERIFY(isNear(alpha["value"], .8587, 5e-5));
        QVERIFY(isNear(alpha["by_category"][0]["value"], .7286, 5e-5));
        QVERIFY(isNear(alpha["by_category"][1]["value"], 1, 0));
        QCOMPARE(alpha["positions"].get<std::string>(), std::string("whole"));
        QVERIFY(alpha["interval"].is_null());
        QCOMPARE(agreement(labels, "--metric unitizing-alpha --continuum 450,150").code, 2);
        QVERIFY(agreement(labels, "--metric unitizing-alpha --continuum 200,450").json()["undefined"].is_string());

        const QString broken =
            file("broken.csv", "task,annotator,start,end,label\nt,i,1,5,a\nt,i,6,10,b\nt,i,11,15,a\nt,i,15,11,a\n"
                               "t,j,2,6,a\nt,j,7,11,b\nt,j,12,16,a\nt,j,13,inf,a\nu,i,1,4,a\nu,j,1,4,a\nu,k\n");
        const test::CliRunner::Outcome gamma = agreement(broken, "--metric gamma --samples 10");
        QCOMPARE(gamma.code, 3);
        QCOMPARE(gamma.json()["issues"].size(), std::size_t(2));
        QCOMPARE(gamma.json()["issues"][1]["place"].get<std::string>(), std::string("line 9"));
        QVERIFY(isNear(gamma.json()["tasks"][0]["observed"], .0625, 1e-12));
        QVERIFY(gamma.json()["value"].get<double>() < 1 && gamma.json()["interval"].is_array());
        QCOMPARE(agreement(broken, "--metric gamma --samples 10").out, gamma.out);
        const QString alone = file("alone.csv", "task,annotator,start,end,label\nt,i,1,5,a\n");
        QVERIFY(agreement(alone, "--metric gamma").json()["value"].is_null());
        // Nothing of it in a project.
        const auto project = m_cli.run({QStringLiteral("agreement"), m_cli.path(QStringLiteral("p.plumb")),
                                        QStringLiteral("--metric"), QStringLiteral("gamma")});
        QCOMPARE(project.code, 2);
        QVERIFY(project.err.contains("--labels"));
    }
};

QTEST_GUILESS_MAIN(TestAgreementVerb)
#include "tst_agreementverb.moc"
